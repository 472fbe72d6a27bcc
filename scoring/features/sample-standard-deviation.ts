/** Standard deviation with n - 1 in the denominator; 0 for fewer than two values. */
export function sampleStandardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? NaN;
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += ((values[at] ?? NaN) - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
