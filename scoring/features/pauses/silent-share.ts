import { totalMs } from "@/scoring/acoustics/interval";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_MS } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** SIL (scoring-science 3), described in the definition. */
export const silentShare = defineFeature({
  id: "pauses.silentShare",
  symbol: "SIL",
  label: "Share of time in silence",
  description:
    "Share of the response window in silent pauses of at least .25 s. Unlike pace it does not ask how long a speaker's words are.",
  source: "Kormos & Dénes 2004 (phonation time ratio)",
  version: 2,
  unit: "share",
  range: [0, 1],
  needs: ["timeline"],
  extract: ({ timeline: { pauses, durationMs } }) => {
    if (durationMs < MIN_RATE_MS) return unmeasurable("too_little_speech");
    return measured(Math.min(1, totalMs(pauses) / durationMs), () => pauses.map(pauseMoment));
  },
});
