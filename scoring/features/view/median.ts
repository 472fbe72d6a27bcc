/** Median of frame values (mean of the middle two), by selection: no sort. Undefined when there are none. */
export function median(values: Float32Array): number | undefined {
  if (values.length === 0) return undefined;
  const copy = values.slice();
  const middle = copy.length >> 1;
  const above = select(copy, middle);
  if (copy.length % 2 === 1) return above;
  // After the selection nothing before `middle` is larger: the value below is the largest of those.
  let below = -Infinity;
  for (let i = 0; i < middle; i++) below = Math.max(below, copy[i] ?? below);
  return (above + below) / 2;
}

/** Hoare's selection: moves the value of the given rank to its place, smaller ones before it, larger ones after it. */
function select(values: Float32Array, rank: number): number {
  // `as number` below: all indices stay within 0..length - 1.
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) < pivot) left++;
      while ((values[right] as number) > pivot) right--;
      if (left > right) break;
      const swapped = values[left] as number;
      values[left++] = values[right] as number;
      values[right--] = swapped;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] as number;
}
