export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The straight line y = intercept + slope * x with the least squared distance in y (ordinary least squares).
 *
 * @returns null with fewer than two different x: there is no such line
 */
export function fittedLine(
  points: readonly ChartPoint[],
): { readonly intercept: number; readonly slope: number } | null {
  const n = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  const squares = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (!(squares > 0)) return null;
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / squares;
  return { intercept: meanY - slope * meanX, slope };
}
