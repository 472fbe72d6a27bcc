/** Arithmetic mean. @throws RangeError for no values: there is no number to give */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("the mean of no values does not exist");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Middle value; the mean of the two middle ones when there is an even number. @throws RangeError for no values */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError("the median of no values does not exist");
  return (lower + upper) / 2;
}
