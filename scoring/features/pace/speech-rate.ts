import { defineFeature } from "@/scoring/features/define-feature";
import { MAX_SYLLABLE_RATE, syllableRate } from "@/scoring/features/pace/syllable-rate";

/** SR: SYL / T, pauses included, divided by the factor of the language (scoring-science 3, 10.2). */
export const speechRate = defineFeature({
  id: "pace.speechRate",
  symbol: "SR",
  label: "Speech rate",
  version: 1,
  unit: "syllables/s",
  range: [0, MAX_SYLLABLE_RATE],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) => syllableRate(syllables.count, timeline.durationMs, language),
});
