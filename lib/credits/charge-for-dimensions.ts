import { DIMENSION_COST } from "@/lib/credits/constants";

/**
 * What a finished run costs: a quarter of a credit for each dimension that got a score, nothing for one that was
 * withheld.
 *
 * @param reserved hundredths that the run reserved; a free run stays free
 * @returns hundredths, at most `reserved`
 */
export function chargeForDimensions(scores: readonly (number | null)[], reserved: number): number {
  const scored = scores.filter((score) => score !== null).length;
  return Math.min(reserved, scored * DIMENSION_COST);
}
