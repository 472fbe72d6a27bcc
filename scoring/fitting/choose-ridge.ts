import { pearson } from "@/scoring/evaluation/statistics/pearson";
import { crossValidate } from "@/scoring/fitting/cross-validate";
import { groupedFolds } from "@/scoring/fitting/grouped-folds";

const FOLDS = 5;
/** Several deals of persons to folds: with one, chance decides between strengths that do alike. */
const SEEDS = [17, 18, 19];
/** Among strengths that do as well as the best, the strongest is taken: less of the data's accidents. */
const AS_GOOD_AS = 0.01;

/**
 * Chooses how strongly a refit is held to its prior: the largest ridge whose predictions, cross-validated by person, agree
 * with the ratings within .01 of r of the best one's.
 *
 * @param ridges strengths to try; Infinity stands for the prior itself
 * @param fit fits on the given rows with a ridge and returns what predicts a row
 */
export function chooseRidge(
  ridges: readonly number[],
  ratings: readonly number[],
  persons: readonly string[],
  fit: (train: readonly number[], ridge: number) => (row: number) => number,
): number {
  const folds = SEEDS.flatMap((seed) => groupedFolds(persons, FOLDS, seed));
  const tried = [...ridges]
    .sort((a, b) => b - a)
    .map((ridge) => {
      const predicted = crossValidate(ratings.length, folds, (train) => fit(train, ridge));
      return { ridge, r: pearson(predicted, ratings) ?? -1 };
    });
  const best = Math.max(...tried.map(({ r }) => r));
  const chosen = tried.find(({ r }) => r >= best - AS_GOOD_AS);
  if (chosen === undefined) throw new RangeError("no ridge to choose from");
  return chosen.ridge;
}
