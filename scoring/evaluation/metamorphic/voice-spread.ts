import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import type { DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import { mean } from "@/scoring/evaluation/statistics/mean";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";

/**
 * Versions of one answer beside each other: each exact score minus the mean over those versions that were scored, points.
 * Where some were scored and others not, the others count as withheld.
 */
export function voiceSpread(answers: readonly Pick<ScoredAnswer, "modes">[]): DimensionChange[] {
  return DIMENSIONS.flatMap((dimension) => {
    const results = answers.map(({ modes }) => modes.standard[dimension]);
    const scores = results.map((result) => (result.kind === "scored" ? result.ledger.exactScore : null));
    const given = scores.filter((score) => score !== null);
    if (given.length === 0) return [];
    const middle = mean(given);
    return scores.map((score) => ({
      dimension,
      delta: score === null ? null : score - middle,
      withheld: score === null,
      appeared: false,
      widening: null,
    }));
  });
}
