/**
 * The address as it is declared: "/v1/uploads/{id}" for "/v1/uploads/upl_01J...". For logs and metrics, where every id
 * would be a series of its own.
 */
export function routePattern(
  pathname: string,
  params: Readonly<Record<string, string | string[] | undefined>>,
): string {
  const names = new Map(
    Object.entries(params).flatMap(([name, value]) => (typeof value === "string" ? [[value, name]] : [])),
  );
  return pathname
    .split("/")
    .map((segment, index) => {
      // The first segments are the version and the resource, whatever a parameter says.
      const name = index > 2 ? names.get(decoded(segment)) : undefined;
      return name === undefined ? segment : `{${name}}`;
    })
    .join("/");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
