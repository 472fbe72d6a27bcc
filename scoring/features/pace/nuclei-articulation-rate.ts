import { defineFeature } from "@/scoring/features/define-feature";
import { articulationMs } from "@/scoring/features/pace/rate-time";
import { MAX_SYLLABLE_RATE, syllableRate } from "@/scoring/features/pace/syllable-rate";

/** AR from syllable nuclei alone: for answers whose words are missing or not trusted (scoring-science 4.7). */
export const nucleiArticulationRate = defineFeature({
  id: "pace.nucleiArticulationRate",
  symbol: "AR_NUCLEI",
  label: "Articulation rate, from sound",
  version: 1,
  unit: "syllables/s",
  range: [0, MAX_SYLLABLE_RATE],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) =>
    syllableRate(syllables.nucleiMs.length, articulationMs(timeline), language),
});
