import { ranks } from "@/scoring/evaluation/statistics/spearman";

/**
 * Area under the ROC curve: the chance that a positive has a higher score than a negative, ties counting half (Mann and
 * Whitney 1947; Hanley and McNeil 1982). .5 is guessing. null when one class is empty.
 *
 * @throws RangeError when the series differ in length
 */
export function auc(scores: readonly number[], positive: readonly boolean[]): number | null {
  if (scores.length !== positive.length) throw new RangeError(`${scores.length} scores for ${positive.length} classes`);
  const positives = positive.filter(Boolean).length;
  const negatives = positive.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const rankSum = ranks(scores).reduce((sum, rank, index) => (positive[index] ? sum + rank : sum), 0);
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
