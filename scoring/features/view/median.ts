/** Median of frame values (mean of the middle two). Sorts a copy. Undefined when there are none. */
export function median(values: Float32Array): number | undefined {
  const sorted = values.slice().sort();
  const above = sorted[sorted.length >> 1];
  const below = sorted[(sorted.length - 1) >> 1];
  return above === undefined || below === undefined ? undefined : (above + below) / 2;
}
