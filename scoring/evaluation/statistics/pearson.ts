import { mean } from "@/scoring/evaluation/statistics/mean";

/**
 * Pearson's product-moment correlation of two paired series, -1..1; null with fewer than two pairs or where one series does
 * not vary. Two passes (means first), so that large values with a small spread lose nothing.
 *
 * @throws RangeError when the series differ in length
 */
export function pearson(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) throw new RangeError(`${a.length} values cannot be paired with ${b.length}`);
  if (a.length < 2) return null;
  const meanA = mean(a);
  const meanB = mean(b);
  let products = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, index) => {
    const fromA = value - meanA;
    const fromB = (b[index] ?? NaN) - meanB;
    products += fromA * fromB;
    squaresA += fromA * fromA;
    squaresB += fromB * fromB;
  });
  const scale = Math.sqrt(squaresA * squaresB);
  return scale > 0 ? Math.max(-1, Math.min(1, products / scale)) : null;
}
