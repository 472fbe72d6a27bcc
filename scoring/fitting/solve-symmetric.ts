/** Pivots below this share of the largest diagonal entry mean: not positive definite to working precision. */
const SMALLEST_PIVOT_SHARE = 1e-13;

/**
 * Solves A x = b for a symmetric positive definite A (Cholesky: A = L L').
 *
 * @returns x, or null where A is not positive definite to working precision
 */
export function solveSymmetric(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const n = b.length;
  const lower = a.map(() => new Float64Array(n));
  const smallest = SMALLEST_PIVOT_SHARE * Math.max(0, ...a.map((row, i) => row[i] ?? 0));
  // Indices below stay inside the n by n matrices that were just made; `?? 0` only satisfies the compiler.
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let i = 0; i < n; i += 1) {
    const row = lower[i];
    for (let j = 0; row && j <= i; j += 1) {
      let sum = a[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      if (j < i) row[j] = sum / at(j, j);
      else if (sum > smallest) row[i] = Math.sqrt(sum);
      else return null;
    }
  }
  const x = [...b];
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] = (x[i] ?? 0) - at(k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  return x;
}
