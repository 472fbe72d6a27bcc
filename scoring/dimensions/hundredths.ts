/**
 * Points are added up as whole hundredths, so that the rows of a ledger give its score exactly and not up to the
 * rounding of each row. Half a hundredth goes towards +infinity, as Math.round does; -0 becomes 0.
 */
export function toHundredths(points: number): number {
  return Math.round(points * 100) + 0;
}

export function fromHundredths(hundredths: number): number {
  return hundredths / 100;
}

/** Two decimals, the precision of every number of points in a result. */
export function roundPoints(points: number): number {
  return fromHundredths(toHundredths(points));
}
