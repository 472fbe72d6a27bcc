import { defineFeature } from "@/scoring/features/define-feature";
import { equivalentPace } from "@/scoring/features/pace/words-per-minute";

/** WPM_EQ (scoring-science 4.7), described in the definition. */
export const equivalentWordsPerMinute = defineFeature({
  id: "pace.equivalentWordsPerMinute",
  symbol: "WPM_EQ",
  label: "Speaking pace, from syllables",
  description:
    "Pace from syllable nuclei, as words of English (1.42 syllables each): stands in for words per minute where there are no words.",
  source: "own definition; Pellegrino et al. 2011 for the languages",
  version: 1,
  unit: "words/min",
  range: [0, 1_200],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) =>
    equivalentPace(syllables.nucleiMs.length, timeline.durationMs, language),
});
