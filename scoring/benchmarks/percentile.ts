import { normalCdf } from "@/scoring/benchmarks/normal-cdf";
import type { ScoreDistribution } from "@/scoring/benchmarks/prior-norms";

/** Weight of the prior, counted in answers (scoring-science 9.6, reasoned default). */
export const PRIOR_PSEUDO_ANSWERS = 50;
/** Below this many own answers the group is only the prior. */
export const MIN_BLENDED_ANSWERS = 30;
/** From this many own answers the prior has no say. */
export const MIN_COHORT_ANSWERS = 200;
/** 80 % of a normal distribution lies within this many standard deviations. */
const Z_80_PERCENT = 1.28;

export type PercentileSource = "prior" | "blended" | "cohort";

export interface Percentile {
  /** 1..99: nobody is below or above everybody. */
  readonly value: number;
  readonly source: PercentileSource;
  /** Own answers in the group. */
  readonly n: number;
  /** 80 % interval in percentiles; null while the source is the prior. */
  readonly interval: readonly [number, number] | null;
}

/** First index whose value is not below `x` (`after` false) or is above it (`after` true), in an ascending array. */
function boundIndex(sorted: ArrayLike<number>, x: number, after: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // Reading inside 0..length-1, so never undefined.
    const value = sorted[middle] as number;
    if (value < x || (after && value === x)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toPercentile(share: number): number {
  return Math.min(99, Math.max(1, Math.round(100 * share)));
}

function sourceOf(n: number): PercentileSource {
  if (n < MIN_BLENDED_ANSWERS) return "prior";
  return n < MIN_COHORT_ANSWERS ? "blended" : "cohort";
}

/**
 * Mid-rank percentile of `score` in a group that starts as a prior and becomes the organization's own answers
 * (scoring-science 9.6): p = (n0*Phi((x-mu0)/sd0) + #{z<x} + .5*#{z=x}) / (n0+n), clamped to 1..99, with
 * se = sqrt(p(1-p)/(n0+n)).
 *
 * @param score 0..100, the *rounded* score that people see.
 * @param cohort own scores, ascending; empty while there are none.
 */
export function percentileOf(score: number, prior: ScoreDistribution, cohort: ArrayLike<number> = []): Percentile {
  const n = cohort.length;
  const source = sourceOf(n);
  const n0 = source === "cohort" ? 0 : PRIOR_PSEUDO_ANSWERS;
  const below = boundIndex(cohort, score, false);
  const equal = boundIndex(cohort, score, true) - below;
  const p = (n0 * normalCdf((score - prior.mean) / prior.sd) + below + 0.5 * equal) / (n0 + n);
  const margin = Z_80_PERCENT * Math.sqrt((p * (1 - p)) / (n0 + n));
  const interval = source === "prior" ? null : ([toPercentile(p - margin), toPercentile(p + margin)] as const);
  return { value: toPercentile(p), source, n, interval };
}
