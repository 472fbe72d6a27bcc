import { defineFeature } from "@/scoring/features/define-feature";
import { equivalentPace } from "@/scoring/features/pace/words-per-minute";

/** WPM_eq: pace from syllable nuclei, `60 * (nuclei / T / k_L) / 1.42`: what stands in for WPM without words (4.7). */
export const equivalentWordsPerMinute = defineFeature({
  id: "pace.equivalentWordsPerMinute",
  symbol: "WPM_EQ",
  label: "Speaking pace, from syllables",
  version: 1,
  unit: "words/min",
  range: [0, 1_200],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) =>
    equivalentPace(syllables.nucleiMs.length, timeline.durationMs, language),
});
