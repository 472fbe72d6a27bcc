import type { MeasuredInterview } from "@/lib/evaluation/mit-interview/judge-interviews";
import type { Dimension } from "@/scoring/dimensions/dimension-result";
import { judgeUngated } from "@/scoring/evaluation/judge-ungated";
import { chooseRidge } from "@/scoring/fitting/choose-ridge";
import { crossValidate } from "@/scoring/fitting/cross-validate";
import { leaveOneGroupOut } from "@/scoring/fitting/grouped-folds";
import { refitWeights } from "@/scoring/fitting/refit-weights";
import { SOFT_SKILLS_LIMITS, SOFT_SKILLS_RIDGES, softSkillsPrior } from "@/scoring/fitting/soft-skills-prior";
import type { DimensionModel } from "@/scoring/models/model-schema";

export interface Refit {
  /** Chosen by cross-validation; Infinity: the prior agrees with unheard participants as well as any refit. */
  readonly ridge: number;
  readonly model: DimensionModel;
}

/** Refits a dimension model to the judges' ratings of a dimension; the ridge is chosen inside the given interviews. */
export function refitToInterviews(
  prior: DimensionModel,
  rated: Dimension,
  interviews: readonly MeasuredInterview[],
): Refit {
  const answers = interviews.map(({ table, participant, ratings }) => ({
    table,
    person: participant,
    rating: ratings[rated],
  }));
  const fitOn = (rows: readonly number[], ridge: number): DimensionModel =>
    refitWeights(
      prior,
      rows.flatMap((row) => answers[row] ?? []),
      { ...SOFT_SKILLS_LIMITS, ridge },
    );
  const ridge = chooseRidge(
    SOFT_SKILLS_RIDGES,
    answers.map((answer) => answer.rating),
    answers.map((answer) => answer.person),
    (train, strength) => {
      const model = fitOn(train, strength);
      return (row) => scoreOf(model, interviews[row]);
    },
  );
  return { ridge, model: fitOn([...answers.keys()], ridge) };
}

/** The score of each interview by a refit without its participant, ridge and all. */
export function crossValidateDimension(
  prior: DimensionModel,
  rated: Dimension,
  interviews: readonly MeasuredInterview[],
): number[] {
  const folds = leaveOneGroupOut(interviews.map(({ participant }) => participant));
  return crossValidate(interviews.length, folds, (train) => {
    const { model } = refitToInterviews(
      prior,
      rated,
      train.flatMap((row) => interviews[row] ?? []),
    );
    return (row) => scoreOf(model, interviews[row]);
  });
}

function scoreOf(model: DimensionModel, interview: MeasuredInterview | undefined): number {
  if (interview === undefined) return NaN;
  return judgeUngated(model, interview.table, softSkillsPrior().confidence).score;
}
