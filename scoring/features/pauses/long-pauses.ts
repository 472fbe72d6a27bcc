import { intervalMs } from "@/scoring/acoustics/interval";
import type { Pause, TimelineView } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_MS, MS_PER_MINUTE } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** scoring-science 2.3. */
const LONG_MS = 1_500;
const LONG_MID_PHRASE_MS = 1_000;
/** One long pause that begins so soon after the first sound is free: a thought before the answer proper. */
const OPENING_MS = 5_000;

/** LP_MIN: pauses >= 1.5 s anywhere or >= 1.0 s inside a phrase, per minute; one in the opening 5 s is free. */
export const longPauses = defineFeature({
  id: "pauses.longPerMinute",
  symbol: "LP_MIN",
  label: "Long pauses",
  version: 1,
  unit: "per minute",
  range: [0, 60],
  needs: ["timeline", "accommodations"],
  extract: ({ timeline, accommodations }) => {
    if (accommodations.includes("disfluency")) return unmeasurable("accommodation");
    if (timeline.durationMs < MIN_RATE_MS) return unmeasurable("too_little_speech");
    const counted = findLongPauses(timeline);
    return measured((counted.length * MS_PER_MINUTE) / timeline.durationMs, counted.map(pauseMoment));
  },
});

/** The long pauses that count. */
function findLongPauses({ pauses, window }: TimelineView): Pause[] {
  const long = pauses.filter((pause) => {
    return intervalMs(pause) >= (pause.place === "mid_phrase" ? LONG_MID_PHRASE_MS : LONG_MS);
  });
  const first = long[0];
  return first !== undefined && first.startMs < window.startMs + OPENING_MS ? long.slice(1) : long;
}
