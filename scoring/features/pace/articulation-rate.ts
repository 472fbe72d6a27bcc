import { defineFeature } from "@/scoring/features/define-feature";
import { articulationMs } from "@/scoring/features/pace/rate-time";
import { MAX_SYLLABLE_RATE, syllableRate } from "@/scoring/features/pace/syllable-rate";

/** AR: SYL / (T - pauses >= .25 s), divided by the factor of the language (scoring-science 3, 10.2). */
export const articulationRate = defineFeature({
  id: "pace.articulationRate",
  symbol: "AR",
  label: "Articulation rate",
  version: 1,
  unit: "syllables/s",
  range: [0, MAX_SYLLABLE_RATE],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) => syllableRate(syllables.count, articulationMs(timeline), language),
});
