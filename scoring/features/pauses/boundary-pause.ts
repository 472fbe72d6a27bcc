import { intervalMs } from "@/scoring/acoustics/interval";
import { quantile } from "@/scoring/acoustics/quantile";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MS_PER_SECOND } from "@/scoring/features/pace/rate-time";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** The median of fewer is one pause. */
const MIN_PAUSES = 3;

/** BPAUSE_MED (scoring-science 3), described in the definition. */
export const boundaryPause = defineFeature({
  id: "pauses.boundaryLength",
  symbol: "BPAUSE_MED",
  label: "Length of pauses between clauses",
  description: "Median duration of the silent pauses between clauses.",
  source: "Liu et al. 2022: .6 s sounds most natural",
  version: 2,
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
