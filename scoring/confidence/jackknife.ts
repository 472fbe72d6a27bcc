/**
 * Delete-one-block jackknife: sqrt((K-1)/K * sum((s_i - mean s)^2)), in the unit of the values (scoring-science 5.1).
 *
 * @param leftOut the statistic without each of the K blocks, K >= 2.
 */
export function jackknifeError(leftOut: readonly number[]): number {
  const count = leftOut.length;
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / count;
  const squares = leftOut.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(((count - 1) / count) * squares);
}
