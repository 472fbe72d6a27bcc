import { percentileOf, type Percentile } from "@/scoring/benchmarks/percentile";
import { overallDistribution, type NormSnapshot } from "@/scoring/benchmarks/prior-norms";
import type { RoleBenchmark, RoleWeights } from "@/scoring/benchmarks/role-benchmark-schema";
import { decideVerdict, type Verdict } from "@/scoring/benchmarks/verdict";
import { DIMENSIONS, type DimensionResults } from "@/scoring/dimensions/dimension-result";

/** One dimension alone is not an overall. */
const MIN_SCORED_DIMENSIONS = 2;
/** Less of the role's weight than this says too little about the role (scoring-science 4.5). */
const MIN_SCORED_WEIGHT = 0.5;
/** Sums of weights such as .35 + .15 miss .5 by a rounding of the last bit. */
const WEIGHT_EPSILON = 1e-9;

export type ScoreStatus = "success" | "partial" | "not_scored";

export interface RolledUp {
  /** exactOverall rounded, 0..100; null when too little could be judged. */
  readonly overall: number | null;
  /** Two decimals. */
  readonly exactOverall: number | null;
  readonly percentile: Percentile | null;
  readonly status: ScoreStatus;
  readonly verdict: Verdict;
  readonly verdictReasons: readonly string[];
}

/** sum(r_d * score_d) / sum(r_d) over scored dimensions, from the rounded scores that people see; two decimals. */
function weightedMean(dimensions: DimensionResults, weights: RoleWeights): number | null {
  let weighted = 0;
  let scoredWeight = 0;
  let totalWeight = 0;
  let scored = 0;
  for (const dimension of DIMENSIONS) {
    totalWeight += weights[dimension];
    const result = dimensions[dimension];
    if (result.kind === "withheld") continue;
    weighted += weights[dimension] * result.score;
    scoredWeight += weights[dimension];
    scored += 1;
  }
  if (scored < MIN_SCORED_DIMENSIONS || scoredWeight < MIN_SCORED_WEIGHT * totalWeight - WEIGHT_EPSILON) return null;
  return Math.round((100 * weighted) / scoredWeight + WEIGHT_EPSILON) / 100;
}

function statusOf(dimensions: DimensionResults): ScoreStatus {
  const scored = DIMENSIONS.filter((dimension) => dimensions[dimension].kind === "scored").length;
  if (scored === 0) return "not_scored";
  return scored === DIMENSIONS.length ? "success" : "partial";
}

/**
 * What a role makes of finished dimensions: overall, percentile, verdict. Dimensions never depend on the role, so
 * another role or bar is this function on stored rows.
 *
 * @param cohort the group's own overall scores, ascending; empty while only the prior exists.
 * @param flags integrity signals that were raised; they ask for review and change no number.
 */
export function rollUp(
  dimensions: DimensionResults,
  role: RoleBenchmark,
  norms: NormSnapshot,
  cohort: ArrayLike<number> = [],
  flags: readonly string[] = [],
): RolledUp {
  const exactOverall = weightedMean(dimensions, role.weights);
  const overall = exactOverall === null ? null : Math.round(exactOverall);
  const { verdict, reasons } = decideVerdict(overall, role.bar, dimensions, flags);
  return {
    overall,
    exactOverall,
    percentile: overall === null ? null : percentileOf(overall, overallDistribution(norms, role.key), cohort),
    status: statusOf(dimensions),
    verdict,
    verdictReasons: reasons,
  };
}
