/**
 * Quantile of unordered values, linear between order statistics (type 7). Sorts a copy. Undefined when there are none.
 * `share` is 0..1.
 */
export function quantile(values: ArrayLike<number>, share: number): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  // In range: 0 <= low <= high < length.
  const atLow = sorted[low] as number;
  const atHigh = sorted[Math.min(sorted.length - 1, low + 1)] as number;
  return atLow + (position - low) * (atHigh - atLow);
}
