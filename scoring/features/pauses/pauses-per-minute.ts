import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_MS, MS_PER_MINUTE } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** SP_MIN (scoring-science 3), described in the definition. */
export const pausesPerMinute = defineFeature({
  id: "pauses.perMinute",
  symbol: "SP_MIN",
  label: "Silent pauses per minute",
  description: "Silent pauses of at least .25 s per minute of the response window.",
  source: "de Jong & Bosker 2013 for the threshold; Suzuki, Kormos & Uchihara 2021",
  version: 2,
  unit: "per minute",
  range: [0, 240],
  needs: ["timeline"],
  extract: ({ timeline: { pauses, durationMs } }) => {
    if (durationMs < MIN_RATE_MS) return unmeasurable("too_little_speech");
    return measured((pauses.length * MS_PER_MINUTE) / durationMs, () => pauses.map(pauseMoment));
  },
});
