import { defineFeature } from "@/scoring/features/define-feature";
import { articulationMs } from "@/scoring/features/pace/rate-time";
import { MAX_SYLLABLE_RATE, syllableRate } from "@/scoring/features/pace/syllable-rate";

/** AR_NUCLEI (scoring-science 4.7), described in the definition. */
export const nucleiArticulationRate = defineFeature({
  id: "pace.nucleiArticulationRate",
  symbol: "AR_NUCLEI",
  label: "Articulation rate, from sound",
  description: "Articulation rate from syllable nuclei alone, for answers whose words are missing or not trusted.",
  source: "de Jong & Wempe 2009",
  version: 2,
  unit: "syllables/s",
  range: [0, MAX_SYLLABLE_RATE],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) =>
    syllableRate(syllables.nucleiMs.length, articulationMs(timeline), language),
});
