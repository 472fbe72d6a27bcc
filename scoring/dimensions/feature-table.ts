import type { Measurement } from "@/scoring/features/measurement";

/** What was measured on one answer (or on it without one block), by feature id. */
export type FeatureTable = ReadonlyMap<string, Measurement>;

/**
 * The measurement of a feature.
 *
 * @throws RangeError when the table does not hold the feature: a model may only name registered features.
 */
export function lookUp(table: FeatureTable, feature: string): Measurement {
  const found = table.get(feature);
  if (found === undefined) throw new RangeError(`feature "${feature}" was not extracted`);
  return found;
}
