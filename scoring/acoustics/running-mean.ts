/** Centred running mean over an odd number of entries; at both ends over those that exist. */
export function runningMean(values: Float32Array, width: number): Float32Array {
  const half = (width - 1) / 2;
  const mean = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const from = Math.max(0, i - half);
    const to = Math.min(values.length - 1, i + half);
    let sum = 0;
    for (let j = from; j <= to; j++) sum += values[j] as number; // in range: clamped above
    mean[i] = sum / (to - from + 1);
  }
  return mean;
}
