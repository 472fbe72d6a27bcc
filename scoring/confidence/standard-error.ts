import type { ConfidenceFacts } from "@/scoring/confidence/confidence-facts";
import { jackknifeError } from "@/scoring/confidence/jackknife";
import { isNoisy } from "@/scoring/confidence/withholding-rules";
import { pointsWithoutEach, type LeftOutBlock } from "@/scoring/dimensions/block-moments";
import { isAct, pointsAt, type Contribution } from "@/scoring/dimensions/contribution";
import type { WeighedTerms } from "@/scoring/dimensions/weigh-terms";
import type { ConfidenceLimits, DimensionModel } from "@/scoring/models/model-schema";

export interface StandardErrors {
  /** Everything: what the interval is made from, points. */
  readonly reported: number;
  /** Without the chance of rare acts: what the limit of 5.2 is held against, points. */
  readonly gate: number;
}

/**
 * How far the score would move with other 15 s of the same speaker. Acts are held at their counts, because
 * `rareActVariance` already carries their chance; with few blocks 25 / sqrt(speech seconds).
 */
function samplingError(
  contributions: readonly Contribution[],
  leftOut: readonly LeftOutBlock[],
  speechS: number,
  limits: ConfidenceLimits,
): number {
  if (leftOut.length < limits.minJackknifeBlocks) return limits.shortAnswerSe / Math.sqrt(speechS);
  const terms = contributions.filter(({ entry }) => !isAct(entry));
  return jackknifeError(pointsWithoutEach(terms, leftOut));
}

/**
 * Poisson variance of the acts, (dscore/dcount)^2 * (count + 1), where the step is the points of one act more: an act
 * that was not heard in four minutes may still be one that the speaker has. Applied to every count; from three acts on
 * the curve is flat and it adds next to nothing.
 */
function rareActVariance(contributions: readonly Contribution[]): number {
  return contributions
    .filter(({ entry }) => isAct(entry))
    .reduce((sum, contribution) => {
      const count = contribution.measurement.value;
      const step = pointsAt(contribution, count + 1) - pointsAt(contribution, count);
      return sum + step ** 2 * (count + 1);
    }, 0);
}

/**
 * Standard error of one dimension (scoring-science 5.1): sampling, model, recognition, missing terms and noise in
 * quadrature. The chance of rare acts is part of the reported error only: at ten acts it is some ten points however long
 * the answer is, so a limit of 12 on it would withhold every empathy_signal; what guards that dimension from too little
 * evidence is its own minimum of words and the occasion rule.
 */
export function standardErrors(
  model: DimensionModel,
  weighed: WeighedTerms,
  leftOut: readonly LeftOutBlock[],
  facts: ConfidenceFacts,
  limits: ConfidenceLimits,
): StandardErrors {
  const recognition =
    limits.recognitionErrorPoints *
    Math.max(0, limits.fullWordConfidence - (facts.meanWordConfidence ?? 1)) *
    weighed.textShare;
  const gate = Math.hypot(
    samplingError(weighed.contributions, leftOut, facts.speechS, limits),
    model.sigmaModel,
    recognition,
    weighed.sigmaMissing,
    isNoisy(facts, limits) ? limits.noisySePoints : 0,
  );
  return { gate, reported: Math.sqrt(gate ** 2 + rareActVariance(weighed.contributions)) };
}
