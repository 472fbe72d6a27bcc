import {
  scoreInterview,
  withOverall,
  type InterviewScores,
  type MeasuredInterview,
} from "@/lib/evaluation/mit-interview/judge-interviews";
import { crossValidateDimension } from "@/lib/evaluation/mit-interview/refit-to-interviews";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";

/**
 * Scores of models refitted without the person whom they judge (scoring-science 4.1: weights refitted inside the folder,
 * cross-validated by participant, ridge chosen inside each fold). Only weights are unseen: what `prior` owes to these
 * people (its choice of terms) stays in every fold.
 *
 * @param prior model whose terms and curves are kept and whose weights the refit starts from
 */
export function crossValidateInterviews(
  prior: SoftSkillsModel,
  interviews: readonly MeasuredInterview[],
): InterviewScores[] {
  const predicted = DIMENSIONS.map(
    (dimension) => [dimension, crossValidateDimension(prior.dimensions[dimension], dimension, interviews)] as const,
  );
  return interviews.map(({ table }, row) => {
    const own = predicted.map(([dimension, scores]) => [dimension, scores[row] ?? NaN] as const);
    return withOverall({ ...scoreInterview(prior, table), ...Object.fromEntries(own) });
  });
}
