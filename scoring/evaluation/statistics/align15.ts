import { mean } from "@/scoring/evaluation/statistics/mean";

/** Points of 100: just under the width of one CEFR band (16.67). */
export const ALIGN_TOLERANCE = 15;

/** Rounding must not decide about a score that is exactly 15 points off. */
const EDGE = 1e-9;

/**
 * Align15: the share of scores, in percent, that lie within 15 points (of 100) of what people said. A constant gets 80 % on
 * some sets: never quote it without {@link skill}.
 *
 * @throws RangeError for no scores, or series of different length
 */
export function align15(scores: readonly number[], truth: readonly number[]): number {
  if (scores.length !== truth.length) throw new RangeError(`${scores.length} scores for ${truth.length} truths`);
  const close = scores.map((score, index) =>
    Math.abs(score - (truth[index] ?? NaN)) <= ALIGN_TOLERANCE + EDGE ? 1 : 0,
  );
  return 100 * mean(close);
}

/**
 * Align15 of one rater: the mean over raters of the share within 15 points of the mean of the other raters.
 *
 * @param opinions one row an item, one value a rater (0-100), the same raters in every row; at least two raters
 */
export function raterAlign15(opinions: readonly (readonly number[])[]): number {
  return mean(eachRaterAndTheRest(opinions).map(({ own, rest }) => align15(own, rest)));
}

/** How much of what a constant answer leaves is won: (model - constant) / (100 - constant). null where it leaves nothing. */
export function skill(modelAlign15: number, constantAlign15: number): number | null {
  return constantAlign15 < 100 ? (modelAlign15 - constantAlign15) / (100 - constantAlign15) : null;
}

/** Each rater's values beside the mean of the other raters' values. @throws RangeError when rows differ in length */
export function eachRaterAndTheRest(
  opinions: readonly (readonly number[])[],
): { readonly own: readonly number[]; readonly rest: readonly number[] }[] {
  const raters = opinions[0]?.length ?? 0;
  if (raters < 2 || opinions.some((row) => row.length !== raters)) {
    throw new RangeError("every item needs the opinions of the same raters, at least two");
  }
  return Array.from({ length: raters }, (_, rater) => ({
    own: opinions.map((row) => row[rater] ?? NaN),
    rest: opinions.map((row) => mean(row.filter((_value, other) => other !== rater))),
  }));
}
