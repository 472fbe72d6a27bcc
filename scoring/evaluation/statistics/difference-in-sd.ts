import { mean } from "@/scoring/evaluation/statistics/mean";

/**
 * Standardised mean difference (Cohen's d): (mean of `first` - mean of `second`) / pooled standard deviation within the two
 * groups. null with fewer than two values in a group, or without any spread.
 */
export function differenceInSd(first: readonly number[], second: readonly number[]): number | null {
  const sd = pooledSd(first, second);
  return sd === null ? null : (mean(first) - mean(second)) / sd;
}

/** Standard deviation within two groups, pooled. null with fewer than two values in a group, or without any spread. */
export function pooledSd(first: readonly number[], second: readonly number[]): number | null {
  if (first.length < 2 || second.length < 2) return null;
  const variance = (squaresAround(first) + squaresAround(second)) / (first.length + second.length - 2);
  return variance > 0 ? Math.sqrt(variance) : null;
}

function squaresAround(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
