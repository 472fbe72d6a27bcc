import { intervalMs } from "@/scoring/acoustics/interval";
import type { Pause, TimelineView } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_MS, MS_PER_MINUTE } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** scoring-science 2.3. */
const LONG_MS = 1_500;
const LONG_MID_PHRASE_MS = 1_000;
/**
 * A pause counts in full from a quarter beyond these lengths on, not at all a quarter below, and in proportion between:
 * a soft consonant that noise hides must not make the difference between one long pause and none.
 */
const MARGIN = 0.25;
/** One long pause that begins so soon after the first sound is free: a thought before the answer proper. */
const OPENING_MS = 5_000;

/** LP_MIN (scoring-science 3), described in the definition. Margins: MARGIN. Its places are those that count at least half. */
export const longPauses = defineFeature({
  id: "pauses.longPerMinute",
  symbol: "LP_MIN",
  label: "Long pauses",
  description:
    "Pauses of about 1.5 s anywhere, or 1.0 s inside a phrase, per minute, counted by degrees around these limits; one in the opening 5 s is free.",
  source: "own limits",
  version: 3,
  unit: "per minute",
  range: [0, 60],
  needs: ["timeline", "accommodations"],
  extract: ({ timeline, accommodations }) => {
    if (accommodations.includes("disfluency")) return unmeasurable("accommodation");
    if (timeline.durationMs < MIN_RATE_MS) return unmeasurable("too_little_speech");
    const counted = findLongPauses(timeline);
    const total = counted.reduce((sum, { weight }) => sum + weight, 0);
    return measured((total * MS_PER_MINUTE) / timeline.durationMs, () =>
      counted.filter(({ weight }) => weight >= 0.5).map(({ pause }) => pauseMoment(pause)),
    );
  },
});

interface CountedPause {
  readonly pause: Pause;
  /** How far it counts as long, above 0, at most 1. */
  readonly weight: number;
}

/** The long pauses that count. */
function findLongPauses({ pauses, window }: TimelineView): CountedPause[] {
  const long = pauses.map((pause) => ({ pause, weight: longWeight(pause) })).filter(({ weight }) => weight > 0);
  const first = long[0];
  return first !== undefined && first.pause.startMs < window.startMs + OPENING_MS ? long.slice(1) : long;
}

function longWeight(pause: Pause): number {
  const long = pause.place === "mid_phrase" ? LONG_MID_PHRASE_MS : LONG_MS;
  const beyond = intervalMs(pause) / long - (1 - MARGIN);
  return Math.min(1, Math.max(0, beyond / (2 * MARGIN)));
}
