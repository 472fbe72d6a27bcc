import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import type { DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";

/**
 * Versions of one answer beside each other: the difference of exact scores of every two versions, points (the later minus
 * the earlier in the list), so that the largest is how far two voices lie apart. Where some were scored and others not, the
 * others count as withheld.
 */
export function voiceSpread(answers: readonly Pick<ScoredAnswer, "modes">[]): DimensionChange[] {
  return DIMENSIONS.flatMap((dimension): DimensionChange[] => {
    const results = answers.map(({ modes }) => modes.standard[dimension]);
    const scores = results.flatMap((result) => (result.kind === "scored" ? [result.ledger.exactScore] : []));
    if (scores.length === 0) return [];
    const none = { dimension, delta: null, withheld: true, appeared: false, widening: null };
    const withheld = Array.from({ length: answers.length - scores.length }, () => none);
    const pairs = scores.flatMap((later, i) => scores.slice(0, i).map((earlier) => later - earlier));
    return [...pairs.map((delta) => ({ ...none, delta, withheld: false })), ...withheld];
  });
}
