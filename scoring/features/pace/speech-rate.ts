import { defineFeature } from "@/scoring/features/define-feature";
import { MAX_SYLLABLE_RATE, syllableRate } from "@/scoring/features/pace/syllable-rate";

/** SR (scoring-science 3, 10.2), described in the definition. */
export const speechRate = defineFeature({
  id: "pace.speechRate",
  symbol: "SR",
  label: "Speech rate",
  description:
    "Syllables per second of the response window, pauses included, divided by the language's rate against English.",
  source: "Suzuki, Kormos & Uchihara 2021; Pellegrino et al. 2011 for the languages",
  version: 1,
  unit: "syllables/s",
  range: [0, MAX_SYLLABLE_RATE],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) => syllableRate(syllables.count, timeline.durationMs, language),
});
