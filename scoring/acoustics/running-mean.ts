/**
 * Centred running mean over an odd number of entries; at both ends over those that exist. Finite values only: the sum moves
 * along, in double precision.
 */
export function runningMean(values: Float32Array, width: number): Float32Array {
  const half = (width - 1) / 2;
  const mean = new Float32Array(values.length);
  let sum = 0;
  // In range: both ends are compared with the length.
  for (let i = 0; i < Math.min(half, values.length); i++) sum += values[i] as number;
  for (let i = 0; i < values.length; i++) {
    if (i + half < values.length) sum += values[i + half] as number; // in range
    if (i - half - 1 >= 0) sum -= values[i - half - 1] as number; // in range
    mean[i] = sum / (Math.min(values.length - 1, i + half) - Math.max(0, i - half) + 1);
  }
  return mean;
}
