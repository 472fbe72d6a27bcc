export type Knot = readonly [x: number, y: number];

/**
 * The shape of a term: straight lines through the knots, constant outside them (scoring-science 4.1).
 *
 * @param knots at least one, x strictly rising.
 */
export function piecewiseLinear(knots: readonly Knot[], x: number): number {
  let previous: Knot | null = null;
  // A plain loop: every term is asked for again without each block, in both modes.
  for (let at = 0; at < knots.length; at++) {
    const knot = knots[at] as Knot; // in range
    if (x <= knot[0]) {
      if (previous === null) return knot[1];
      const share = (x - previous[0]) / (knot[0] - previous[0]);
      return previous[1] + share * (knot[1] - previous[1]);
    }
    previous = knot;
  }
  if (previous === null) throw new RangeError("a shape needs at least one knot");
  return previous[1];
}
