import { DIMENSIONS, type Dimension } from "@/scoring/dimensions/dimension-result";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";

/** What a change did to one dimension of one answer. */
export interface DimensionChange {
  readonly dimension: Dimension;
  /** Exact score after - before, points; null unless both were given. */
  readonly delta: number | null;
  /** Given before, withheld after; and the other way round. */
  readonly withheld: boolean;
  readonly appeared: boolean;
  /** Standard error after - before, points; null unless both were given. */
  readonly widening: number | null;
}

/** Standard mode of both scores, dimension by dimension; what was withheld both times is left out. */
export function compareScores(before: ScoredAnswer, after: ScoredAnswer): DimensionChange[] {
  return DIMENSIONS.flatMap((dimension): DimensionChange[] => {
    const [first, second] = [before.modes.standard[dimension], after.modes.standard[dimension]];
    if (first.kind === "scored" && second.kind === "scored") {
      const delta = second.ledger.exactScore - first.ledger.exactScore;
      const widening = second.standardError - first.standardError;
      return [{ dimension, delta, withheld: false, appeared: false, widening }];
    }
    if (first.kind === second.kind) return [];
    const withheld = first.kind === "scored";
    return [{ dimension, delta: null, withheld, appeared: !withheld, widening: null }];
  });
}
