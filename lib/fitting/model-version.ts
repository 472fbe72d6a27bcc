/** Major, minor, patch. */
type Version = readonly [number, number, number];

/** "1.2.3", or null. */
export function parseVersion(text: string): Version | null {
  const parts = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(text);
  return parts && [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/**
 * The version after those that have a file or card: one minor higher (same terms, other numbers), 1.0.0 for the first.
 *
 * @param files file names of scoring/models, with or without those of other models
 */
export function nextVersion(name: string, files: readonly string[]): string {
  const versions = files.flatMap((file) => {
    const version =
      file.startsWith(`${name}-`) && parseVersion(file.slice(name.length + 1).replace(/\.(json|md)$/, ""));
    return version ? [version] : [];
  });
  const last = versions.sort(compareVersions).at(-1);
  return last && last[0] > 0 ? `${last[0]}.${last[1] + 1}.0` : "1.0.0";
}

function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
