import {
  scoreInterview,
  withOverall,
  type InterviewScores,
  type MeasuredInterview,
} from "@/lib/evaluation/mit-interview/judge-interviews";
import type { Dimension } from "@/scoring/dimensions/dimension-result";
import { judgeUngated } from "@/scoring/evaluation/judge-ungated";
import { chooseRidge } from "@/scoring/fitting/choose-ridge";
import { crossValidate } from "@/scoring/fitting/cross-validate";
import { leaveOneGroupOut } from "@/scoring/fitting/grouped-folds";
import { refitWeights } from "@/scoring/fitting/refit-weights";
import { SOFT_SKILLS_LIMITS, SOFT_SKILLS_RIDGES, softSkillsPrior } from "@/scoring/fitting/soft-skills-prior";
import type { DimensionModel } from "@/scoring/models/model-schema";

/** Refits one dimension to interviews; the ridge is chosen by cross-validation inside them. */
export function refitToInterviews(dimension: Dimension, interviews: readonly MeasuredInterview[]) {
  const prior = softSkillsPrior();
  const answers = interviews.map(({ table, participant, ratings }) => ({
    table,
    person: participant,
    rating: ratings[dimension],
  }));
  const fitOn = (rows: readonly number[], ridge: number): DimensionModel =>
    refitWeights(
      prior.dimensions[dimension],
      rows.flatMap((row) => answers[row] ?? []),
      { ...SOFT_SKILLS_LIMITS, ridge },
    );
  const ridge = chooseRidge(
    SOFT_SKILLS_RIDGES,
    answers.map((answer) => answer.rating),
    answers.map((answer) => answer.person),
    (train, strength) => {
      const model = fitOn(train, strength);
      return (row) => judge(model, answers[row]);
    },
  );
  return { ridge, model: fitOn([...answers.keys()], ridge) };

  function judge(model: DimensionModel, answer: (typeof answers)[number] | undefined): number {
    return answer === undefined ? NaN : judgeUngated(model, answer.table, prior.confidence).score;
  }
}

/**
 * Scores of models refitted without the person whom they judge (scoring-science 4.1: weights refitted inside the folder,
 * cross-validated by participant, ridge chosen inside each fold).
 *
 * @param refitted dimensions that are refitted; the others keep the prior's weights
 */
export function crossValidateInterviews(
  interviews: readonly MeasuredInterview[],
  refitted: readonly Dimension[],
): InterviewScores[] {
  const prior = softSkillsPrior();
  const folds = leaveOneGroupOut(interviews.map(({ participant }) => participant));
  const unfitted = interviews.map(({ table }) => scoreInterview(prior, table));
  const predicted = new Map(
    refitted.map((dimension) => {
      const scores = crossValidate(interviews.length, folds, (train) => {
        const { model } = refitToInterviews(
          dimension,
          train.flatMap((row) => interviews[row] ?? []),
        );
        return (row) => {
          const table = interviews[row]?.table;
          return table === undefined ? NaN : judgeUngated(model, table, prior.confidence).score;
        };
      });
      return [dimension, scores] as const;
    }),
  );
  return unfitted.map((scores, row) => {
    const own = [...predicted].map(([dimension, values]) => [dimension, values[row] ?? NaN] as const);
    return withOverall({ ...scores, ...Object.fromEntries(own) });
  });
}
