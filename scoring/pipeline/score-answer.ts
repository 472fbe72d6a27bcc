import type { OutsideFindings, WithoutWords } from "@/scoring/confidence/confidence-facts";
import { DIMENSIONS, type DimensionResults, type ScoringMode } from "@/scoring/dimensions/dimension-result";
import { scoreDimension, type MeasuredAnswer } from "@/scoring/dimensions/score-dimension";
import type { AnswerView } from "@/scoring/features/answer-view";
import { buildAnswerView } from "@/scoring/features/build-answer-view";
import { findFeature } from "@/scoring/features/feature-registry";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";
import { collectFacts } from "@/scoring/pipeline/collect-facts";
import { measureWhole, measureWithoutBlocks } from "@/scoring/pipeline/measure-answer";
import { reportMeasurements } from "@/scoring/pipeline/report-measurements";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";
import type { ScorerInput } from "@/scoring/pipeline/scorer-input";
import { withoutWordsReason } from "@/scoring/pipeline/without-words-reason";

const unitOf = (feature: string): string => findFeature(feature).unit;

function scoreMode(model: SoftSkillsModel, mode: ScoringMode, answer: MeasuredAnswer): DimensionResults {
  const results = DIMENSIONS.map((dimension) => [dimension, scoreDimension(model, dimension, mode, answer)] as const);
  // Object.fromEntries forgets that every dimension is there.
  return Object.fromEntries(results) as DimensionResults;
}

/** One answer with everything measured that judging it needs: the step before any weight. */
export interface AnswerFeatures {
  readonly input: ScorerInput;
  readonly view: AnswerView;
  readonly answer: MeasuredAnswer;
  readonly withoutWords: WithoutWords | null;
}

/** First half of `scoreAnswer`: features of the whole answer and without each of its blocks. Pure. */
export function extractAnswer(
  input: ScorerInput,
  model: SoftSkillsModel,
  findings: OutsideFindings = {},
): AnswerFeatures {
  const withoutWords = withoutWordsReason(input.transcript, findings, model.confidence);
  const view = buildAnswerView(withoutWords === null ? input : { ...input, transcript: null });
  const table = measureWhole(view);
  const answer: MeasuredAnswer = {
    table,
    leftOut: measureWithoutBlocks(view, model, withoutWords !== null),
    facts: collectFacts(input, view, table, model, withoutWords, findings),
    unitOf,
  };
  return { input, view, answer, withoutWords };
}

/** Second half of `scoreAnswer`: dimensions, ledgers, errors and measurements from the extracted features. Pure. */
export function judgeAnswer(features: AnswerFeatures, model: SoftSkillsModel): ScoredAnswer {
  const { input, view, answer, withoutWords } = features;
  return {
    model: model.id,
    modes: {
      standard: scoreMode(model, "standard", answer),
      wording_only: scoreMode(model, "wording_only", answer),
    },
    measurements: reportMeasurements(view, answer.table, model, unitOf, withoutWords),
    speechMs: view.timeline.speechMs,
    wordCount: input.transcript?.words.length ?? null,
    fillerSource: view.fillers.source,
  };
}

/**
 * Scores one answer: the front door of the engine. Pure: no clock, no randomness, nothing is changed, and the same input
 * gives the same JSON bytes. Features are extracted once for the whole answer and once without each block; both modes
 * and all dimensions read the same tables.
 *
 * Rounding: points, base, clip, exact score and standard error to two decimals (a ledger adds up exactly, see
 * `buildLedger`); values of terms and measurements to four; scores and intervals to whole points, halves upwards.
 *
 * @param findings what was found out elsewhere about the same audio; it can withhold a number, never change one.
 */
export function scoreAnswer(input: ScorerInput, model: SoftSkillsModel, findings: OutsideFindings = {}): ScoredAnswer {
  return judgeAnswer(extractAnswer(input, model, findings), model);
}
