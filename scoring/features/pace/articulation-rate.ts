import { defineFeature } from "@/scoring/features/define-feature";
import { articulationMs } from "@/scoring/features/pace/rate-time";
import { MAX_SYLLABLE_RATE, syllableRate } from "@/scoring/features/pace/syllable-rate";

/** AR (scoring-science 3, 10.2), described in the definition. */
export const articulationRate = defineFeature({
  id: "pace.articulationRate",
  symbol: "AR",
  label: "Articulation rate",
  description:
    "Syllables per second of speaking time, silent pauses of at least .25 s taken out, divided by the language's rate against English.",
  source: "Suzuki, Kormos & Uchihara 2021; Pellegrino et al. 2011 for the languages",
  version: 2,
  unit: "syllables/s",
  range: [0, MAX_SYLLABLE_RATE],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) => syllableRate(syllables.count, articulationMs(timeline), language),
});
