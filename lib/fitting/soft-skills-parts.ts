import type { MeasuredInterview } from "@/lib/evaluation/mit-interview/judge-interviews";
import { crossValidateDimension, refitToInterviews } from "@/lib/evaluation/mit-interview/refit-to-interviews";
import type { Dimension } from "@/scoring/dimensions/dimension-result";
import { judgeUngated } from "@/scoring/evaluation/judge-ungated";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { pearson } from "@/scoring/evaluation/statistics/pearson";
import { roundWeights } from "@/scoring/fitting/round-weights";
import { publishedSoftSkills, softSkillsPrior } from "@/scoring/fitting/soft-skills-prior";
import type { DimensionModel, SoftSkillsModel } from "@/scoring/models/model-schema";

/** A refit of a part of which the interviews know less would be a refit of something else. */
const LEAST_WEIGHT_PRESENT = 0.5;

/** A refit has to agree better with participants left out by more than this, r. */
const LEAST_GAIN = 0.01;

/** What became of one part of the model; r is Pearson's with the judges. */
export interface PartMetrics {
  readonly part: string;
  /** Share of the prior's weight that the interviews can measure. */
  readonly weightPresent: number;
  /** The published weights, unchanged. */
  readonly published: number | null;
  /** With the added terms, their weights not fitted. */
  readonly withAddedTerms: number | null;
  /** Refitted, judged on participants left out, the ridge chosen inside each fold. */
  readonly crossValidated: number | null;
  /** Chosen on all interviews; "prior": the weights are kept. */
  readonly ridge: number | "prior";
  readonly decision:
    | "refitted"
    | "kept: a refit agrees no better"
    | "kept: too little of it is measured"
    | "kept: rated trait is another";
  /** What is published now, on the interviews that it was fitted on. */
  readonly inSample: number | null;
}

interface Part {
  readonly name: string;
  readonly rated: Dimension;
  readonly of: (model: SoftSkillsModel) => DimensionModel;
  readonly put: (model: SoftSkillsModel, part: DimensionModel) => SoftSkillsModel;
}

const dimensionPart = (dimension: Dimension): Part => ({
  name: dimension,
  rated: dimension,
  of: (model) => model.dimensions[dimension],
  put: (model, part) => ({ ...model, dimensions: { ...model.dimensions, [dimension]: part } }),
});

const withoutWordsPart = (dimension: "clarity" | "composure"): Part => ({
  name: `${dimension} without words`,
  rated: dimension,
  of: (model) => model.noWords[dimension],
  put: (model, part) => ({ ...model, noWords: { ...model.noWords, [dimension]: part } }),
});

const PARTS: readonly Part[] = [
  dimensionPart("communication"),
  dimensionPart("clarity"),
  dimensionPart("composure"),
  dimensionPart("empathy_signal"),
  withoutWordsPart("clarity"),
  withoutWordsPart("composure"),
];
/** Friendly is an impression of the person; empathy_signal counts helpful acts, which these questions hardly call for. */
const NEVER_REFITTED: readonly string[] = ["empathy_signal"];

/** Every part refitted or kept, by what agrees better with participants left out. */
export function fitSoftSkillsParts(interviews: readonly MeasuredInterview[]): {
  readonly fitted: SoftSkillsModel;
  readonly parts: readonly PartMetrics[];
} {
  const prior = softSkillsPrior();
  let fitted = prior;
  const parts = PARTS.map((part) => {
    const { model, metrics } = fitPart(part, interviews);
    fitted = part.put(fitted, model);
    return metrics;
  });
  return { fitted, parts };
}

function fitPart(part: Part, interviews: readonly MeasuredInterview[]) {
  const { confidence, ...prior } = softSkillsPrior();
  const start = part.of({ confidence, ...prior });
  const ratings = interviews.map(({ ratings: of }) => of[part.rated]);
  const judge = (model: DimensionModel) => interviews.map(({ table }) => judgeUngated(model, table, confidence));
  const agreement = (model: DimensionModel) =>
    pearson(
      judge(model).map(({ score }) => score),
      ratings,
    );
  const weightPresent = mean(judge(start).map((judged) => judged.weightPresent));
  const refit = refitToInterviews(start, part.rated, interviews);
  const withAddedTerms = agreement(start);
  const crossValidated = pearson(crossValidateDimension(start, part.rated, interviews), ratings);
  const gains = (crossValidated ?? -1) > (withAddedTerms ?? -1) + LEAST_GAIN;
  const decision = decide(part, weightPresent, gains && refit.ridge !== Infinity);
  const model = decision === "refitted" ? roundWeights(refit.model) : roundWeights(start);
  const metrics: PartMetrics = {
    part: part.name,
    weightPresent,
    published: agreement(part.of(publishedSoftSkills())),
    withAddedTerms,
    crossValidated,
    ridge: Number.isFinite(refit.ridge) ? refit.ridge : "prior",
    decision,
    inSample: agreement(model),
  };
  return { model, metrics };
}

function decide({ name }: Part, weightPresent: number, gains: boolean): PartMetrics["decision"] {
  if (NEVER_REFITTED.includes(name)) return "kept: rated trait is another";
  if (weightPresent < LEAST_WEIGHT_PRESENT) return "kept: too little of it is measured";
  return gains ? "refitted" : "kept: a refit agrees no better";
}
