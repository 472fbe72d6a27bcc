import type { FeatureTable } from "@/scoring/dimensions/feature-table";
import { pointsAt } from "@/scoring/dimensions/contribution";
import { weighTerms } from "@/scoring/dimensions/weigh-terms";
import type { ConfidenceLimits, DimensionModel } from "@/scoring/models/model-schema";

/** What a dimension comes to when no rule withholds it. */
export interface UngatedScore {
  /** Not cut to 0..100: a cut would hide how far apart two answers are. */
  readonly score: number;
  /** Share of the dimension's weight that the data could measure, 0..1. */
  readonly weightPresent: number;
}

/**
 * Scores a dimension from the features that the data have, for comparisons with judges (scoring-science 4.8): no gate, and
 * the weights of the present terms stand for all, however few they are. The product limits that factor and withholds instead.
 */
export function judgeUngated(model: DimensionModel, table: FeatureTable, limits: ConfidenceLimits): UngatedScore {
  const weighed = weighTerms(model, table, "standard", { ...limits, maxMissingFactor: Infinity });
  const { a, b } = model.calibration;
  const points = weighed.contributions.reduce((sum, term) => sum + pointsAt(term, term.measurement.value), 0);
  return { score: a + b * model.base + points, weightPresent: 1 / weighed.factor };
}
