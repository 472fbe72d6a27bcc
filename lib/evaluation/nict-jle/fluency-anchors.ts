import { piecewiseLinear, type Knot } from "@/scoring/dimensions/piecewise-linear";

/** Middles of the six CEFR bands on 0-100, A1 to C2 (scoring-science 6). */
const BAND_MIDDLES = [8.3, 25, 41.7, 58.3, 75, 91.7];
/** Rates per 100 words at those levels (scoring-science 6.1; both weigh the same there). */
const FILLED_PAUSES = [24, 20, 12, 8.5, 5.5, 3];
const REPAIRS = [12, 10, 7, 4.5, 2.5, 1];

/**
 * The terms of fluency that need neither time nor sound, as a score of 0-100: the mean of what filled pauses and repairs per
 * 100 words say on their own. Flat beyond the anchors.
 */
export function rateFreeFluency(fillersPer100: number, repairsPer100: number): number {
  return (anchored(FILLED_PAUSES, fillersPer100) + anchored(REPAIRS, repairsPer100)) / 2;
}

function anchored(values: readonly number[], x: number): number {
  const knots = values.map((value, band): Knot => [value, BAND_MIDDLES[band] ?? 0]);
  return piecewiseLinear(
    knots.sort(([a], [b]) => a - b),
    x,
  );
}
