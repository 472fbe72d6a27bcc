import { eachRaterAndTheRest } from "@/scoring/evaluation/statistics/align15";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { pearson } from "@/scoring/evaluation/statistics/pearson";

/**
 * How well one rater agrees with the others: the mean over raters of Pearson's r with the mean of the rest. null where a
 * rater said the same of everything.
 *
 * @param opinions one row an item, one value a rater, the same raters in every row; at least two raters
 */
export function raterCorrelation(opinions: readonly (readonly number[])[]): number | null {
  const correlations = eachRaterAndTheRest(opinions).map(({ own, rest }) => pearson(own, rest));
  const known = correlations.filter((value) => value !== null);
  return known.length === correlations.length ? mean(known) : null;
}
