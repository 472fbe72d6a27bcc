import { intervalMs } from "@/scoring/acoustics/interval";
import { quantile } from "@/scoring/acoustics/quantile";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MS_PER_SECOND } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** The median of fewer is one pause. */
const MIN_PAUSES = 3;

/** BPAUSE_MED: median duration of the pauses between clauses; 0.6 s sounds most natural (Liu et al. 2022). */
export const boundaryPause = defineFeature({
  id: "pauses.boundaryLength",
  symbol: "BPAUSE_MED",
  label: "Length of pauses between clauses",
  version: 1,
  unit: "s",
  range: [0.25, 3_600],
  needs: ["timeline", "words"],
  extract: ({ timeline }) => {
    const pauses = timeline.pauses.filter((pause) => pause.place === "boundary");
    const median = quantile(pauses.map(intervalMs), 0.5);
    if (median === undefined || pauses.length < MIN_PAUSES) return unmeasurable("too_few_pauses");
    return measured(median / MS_PER_SECOND, () => pauses.map(pauseMoment));
  },
});
