import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_MS, MS_PER_MINUTE } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** SP_MIN: silent pauses >= .25 s per minute of the response window (scoring-science 3). */
export const pausesPerMinute = defineFeature({
  id: "pauses.perMinute",
  symbol: "SP_MIN",
  label: "Silent pauses per minute",
  version: 1,
  unit: "per minute",
  range: [0, 240],
  needs: ["timeline"],
  extract: ({ timeline: { pauses, durationMs } }) => {
    if (durationMs < MIN_RATE_MS) return unmeasurable("too_little_speech");
    return measured((pauses.length * MS_PER_MINUTE) / durationMs, pauses.map(pauseMoment));
  },
});
