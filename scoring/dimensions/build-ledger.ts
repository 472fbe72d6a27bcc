import { momentsOf, type LeftOutBlock } from "@/scoring/dimensions/block-moments";
import { isAct, pointsAt, type Contribution } from "@/scoring/dimensions/contribution";
import type { EvidenceTerm, Ledger } from "@/scoring/dimensions/dimension-result";
import { fromHundredths, roundPoints, toHundredths } from "@/scoring/dimensions/hundredths";
import type { WeighedTerms } from "@/scoring/dimensions/weigh-terms";
import type { DimensionModel } from "@/scoring/models/model-schema";

const MIN_SCORE_HUNDREDTHS = 0;
const MAX_SCORE_HUNDREDTHS = 100_00;
/** Values of features keep four decimals: finer than any knot. */
const VALUE_DECIMALS = 1e4;

/** Unit of a feature, by id. */
export type UnitOf = (feature: string) => string;

function evidenceTerm(contribution: Contribution, leftOut: readonly LeftOutBlock[], unitOf: UnitOf): EvidenceTerm {
  const { entry, measurement } = contribution;
  const points = pointsAt(contribution, measurement.value);
  const norm = isAct(entry) ? null : entry.norm;
  return {
    term: entry.term,
    feature: entry.feature,
    label: entry.label,
    value: Math.round(measurement.value * VALUE_DECIMALS) / VALUE_DECIMALS + 0,
    unit: unitOf(entry.feature),
    norm,
    points: roundPoints(points),
    vsNorm: norm === null ? null : roundPoints(points - pointsAt(contribution, norm.mean)),
    moments: momentsOf(contribution, leftOut),
    detail: measurement.detail ?? null,
  };
}

/**
 * The evidence of one dimension. Every row is rounded to two decimals first and the score is the sum of the rounded
 * rows, so base + points + clip = exactScore holds to the last hundredth, for the reader as for the program.
 */
export function buildLedger(
  model: DimensionModel,
  weighed: WeighedTerms,
  leftOut: readonly LeftOutBlock[],
  unitOf: UnitOf,
): Ledger {
  const terms = weighed.contributions.map((contribution) => evidenceTerm(contribution, leftOut, unitOf));
  const base = toHundredths(model.calibration.a + model.calibration.b * model.base);
  const raw = terms.reduce((sum, term) => sum + toHundredths(term.points), base);
  const exact = Math.min(MAX_SCORE_HUNDREDTHS, Math.max(MIN_SCORE_HUNDREDTHS, raw));
  return {
    base: fromHundredths(base),
    // Sorting is stable: equal rows keep the order of the model.
    terms: terms.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
    clip: fromHundredths(exact - raw),
    exactScore: fromHundredths(exact),
    missing: weighed.missing,
  };
}
