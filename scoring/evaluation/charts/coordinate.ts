/**
 * A length in px with two decimals and no needless zeros: the same drawing on every machine, and short files.
 *
 * @throws RangeError when the value is not finite: a chart never hides a broken figure at its edge
 */
export function coordinate(px: number): string {
  if (!Number.isFinite(px)) throw new RangeError(`${px} cannot be drawn`);
  return String(Number(px.toFixed(2)) + 0);
}
