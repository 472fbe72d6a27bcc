import { intervalMs } from "@/scoring/acoustics/interval";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MS_PER_SECOND } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** A pause counts as at most this long: one very long pause is a matter of LP_MIN (2.3). */
const LONGEST_COUNTED_MS = 3_000;

/** MPD (scoring-science 2.3, 3), described in the definition. */
export const meanPause = defineFeature({
  id: "pauses.meanLength",
  symbol: "MPD",
  label: "Length of silent pauses",
  description: "Mean duration of silent pauses (at least .25 s), each cut to 3 s.",
  source: "de Jong & Bosker 2013 for the threshold; Naim et al. 2015",
  version: 2,
  unit: "s",
  range: [0.25, LONGEST_COUNTED_MS / MS_PER_SECOND],
  needs: ["timeline"],
  extract: ({ timeline: { pauses } }) => {
    if (pauses.length === 0) return unmeasurable("too_few_pauses");
    let sumMs = 0;
    for (const pause of pauses) sumMs += Math.min(LONGEST_COUNTED_MS, intervalMs(pause));
    return measured(sumMs / pauses.length / MS_PER_SECOND, () => pauses.map(pauseMoment));
  },
});
