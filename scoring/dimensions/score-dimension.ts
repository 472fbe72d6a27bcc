import type { ConfidenceFacts } from "@/scoring/confidence/confidence-facts";
import type { ReasonContext } from "@/scoring/confidence/low-confidence-text";
import { scoreInterval } from "@/scoring/confidence/score-interval";
import { standardErrors } from "@/scoring/confidence/standard-error";
import { cautions, lowConfidenceReason, withholdingReasons } from "@/scoring/confidence/withholding-rules";
import type { LeftOutBlock } from "@/scoring/dimensions/block-moments";
import { buildLedger, type UnitOf } from "@/scoring/dimensions/build-ledger";
import type {
  Dimension,
  DimensionResult,
  LowConfidenceReason,
  ScoringMode,
} from "@/scoring/dimensions/dimension-result";
import type { FeatureTable } from "@/scoring/dimensions/feature-table";
import { roundPoints } from "@/scoring/dimensions/hundredths";
import { weighTerms } from "@/scoring/dimensions/weigh-terms";
import type { DimensionModel, SoftSkillsModel } from "@/scoring/models/model-schema";

/** What was measured on one answer: shared by all dimensions and both modes. */
export interface MeasuredAnswer {
  readonly table: FeatureTable;
  /** One entry a 15 s block; empty when there is only one. */
  readonly leftOut: readonly LeftOutBlock[];
  readonly facts: ConfidenceFacts;
  readonly unitOf: UnitOf;
}

interface ChosenModel {
  readonly dimensionModel: DimensionModel;
  /** A model without words has a larger sigma, and its limit moves up by as much: otherwise 12 + anything > 12 and no
   *  composure could ever be given without words (decision; scoring-science 4.7 wants it given, provisionally). */
  readonly maxStandardError: number;
  readonly withoutWords: boolean;
}

function chooseModel(model: SoftSkillsModel, dimension: Dimension, facts: ConfidenceFacts): ChosenModel {
  const withWords = model.dimensions[dimension];
  const maxStandardError = model.confidence.maxSePoints[dimension];
  if (facts.withoutWords === null || dimension === "communication" || dimension === "empathy_signal") {
    return { dimensionModel: withWords, maxStandardError, withoutWords: false };
  }
  const dimensionModel = model.noWords[dimension];
  const extraSigma = dimensionModel.sigmaModel - withWords.sigmaModel;
  return { dimensionModel, maxStandardError: maxStandardError + extraSigma, withoutWords: true };
}

function limitReasons(context: ReasonContext): LowConfidenceReason[] {
  const { missingShare = 0, standardError = 0, maxStandardError = Infinity, limits } = context;
  const reasons: LowConfidenceReason[] = [];
  if (missingShare > limits.maxMissingShare) reasons.push(lowConfidenceReason("missing_terms", context));
  if (standardError > maxStandardError) reasons.push(lowConfidenceReason("standard_error", context));
  return reasons;
}

/**
 * Scores one dimension in one mode, or withholds it with every reason that holds (scoring-science 4.1, 5.2). Missing
 * terms and the standard error are only named when nothing simpler is wrong: they follow from a short or noisy answer.
 */
export function scoreDimension(
  model: SoftSkillsModel,
  dimension: Dimension,
  mode: ScoringMode,
  answer: MeasuredAnswer,
): DimensionResult {
  const { facts, table, leftOut, unitOf } = answer;
  const limits = model.confidence;
  const context: ReasonContext = { dimension, facts, limits };
  const simpleReasons = withholdingReasons(context);
  if (simpleReasons.length > 0) return { kind: "withheld", reasons: simpleReasons };

  const { dimensionModel, maxStandardError, withoutWords } = chooseModel(model, dimension, facts);
  const weighed = weighTerms(dimensionModel, table, mode, limits);
  const errors = standardErrors(dimensionModel, weighed, leftOut, facts, limits);
  const { missingShare } = weighed;
  const reasons = limitReasons({ ...context, missingShare, standardError: errors.gate, maxStandardError });
  if (reasons.length > 0) return { kind: "withheld", reasons };

  const ledger = buildLedger(dimensionModel, weighed, leftOut, unitOf);
  return {
    kind: "scored",
    score: Math.round(ledger.exactScore),
    standardError: roundPoints(errors.reported),
    interval: scoreInterval(ledger.exactScore, errors.reported, limits.intervalZ),
    provisional: withoutWords || !facts.languageCalibrated,
    cautions: cautions(context),
    ledger,
  };
}
