import { DIMENSIONS, type DimensionResults } from "@/scoring/dimensions/dimension-result";

export const VERDICTS = ["pass", "review", "below_bar", "not_scored"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface VerdictWithReasons {
  readonly verdict: Verdict;
  /** Why a person should look, "low_confidence:empathy_signal"; empty for pass and below_bar. */
  readonly reasons: readonly string[];
}

/** Everything about the dimensions that a person should look at before the number is used. */
function reviewReasons(dimensions: DimensionResults): string[] {
  return DIMENSIONS.flatMap((dimension) => {
    const result = dimensions[dimension];
    if (result.kind === "withheld") return [`low_confidence:${dimension}`];
    const reasons = result.provisional ? [`provisional:${dimension}`] : [];
    return result.cautions.length > 0 ? [...reasons, `caution:${dimension}`] : reasons;
  });
}

/**
 * Pass, below the bar, or for a person to decide. Low confidence, a provisional score or a flag always asks for review:
 * the bar alone never turns away an answer that could not be judged whole.
 *
 * @param flags signals that were raised on the same audio, e.g. "reading_detected".
 */
export function decideVerdict(
  overall: number | null,
  bar: number,
  dimensions: DimensionResults,
  flags: readonly string[] = [],
): VerdictWithReasons {
  const reasons = [...reviewReasons(dimensions), ...flags.map((flag) => `flag:${flag}`)];
  const nothingScored = DIMENSIONS.every((dimension) => dimensions[dimension].kind === "withheld");
  if (nothingScored) return { verdict: "not_scored", reasons };
  if (overall === null) return { verdict: "review", reasons: ["no_overall", ...reasons] };
  if (reasons.length > 0) return { verdict: "review", reasons };
  return { verdict: overall >= bar ? "pass" : "below_bar", reasons };
}
