/** Adds `factor * vector` to `sum` in place. */
export function addScaled(sum: Float32Array, vector: Float32Array, factor: number): void {
  for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] ?? 0) + factor * (vector[d] ?? 0);
}

/** Adds `vector` to `sum` in place. */
export function add(sum: Float32Array, vector: Float32Array): void {
  for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] as number) + (vector[d] as number); // in range
}

/** A copy of the vector times `factor`. */
export function scaled(vector: Float32Array, factor: number): Float32Array {
  const copy = new Float32Array(vector.length);
  for (let d = 0; d < copy.length; d++) copy[d] = (vector[d] ?? 0) * factor;
  return copy;
}

export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number); // as long as each other
  return sum;
}

/** Cosine of the angle between two vectors; 0 when one of them is zero. */
export function cosine(a: Float32Array, b: Float32Array): number {
  const lengths = Math.sqrt(dotProduct(a, a) * dotProduct(b, b));
  return lengths === 0 ? 0 : dotProduct(a, b) / lengths;
}
