/** What the sets found, by name of the set: the object that `evaluate --json` prints. */
export type EvaluationResults = Readonly<Record<string, unknown>>;

/** The value at the end of the path, or undefined where something on the way is absent. */
export function readPath(results: EvaluationResults, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Object.entries(value).find(([k]) => k === key)?.[1] : undefined,
    results,
  );
}

/** The number at the end of the path, or null where there is none: not measured. */
export function readFigure(results: EvaluationResults, path: readonly string[]): number | null {
  const value = readPath(results, path);
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
