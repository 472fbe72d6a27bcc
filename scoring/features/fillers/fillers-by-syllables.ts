import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_TOKENS } from "@/scoring/features/min-tokens";
import { rateFactor, SYLLABLES_PER_ENGLISH_WORD } from "@/scoring/language/rate-factor";

/** FILL_SYL (scoring-science 1.42 * k_L each), described in the definition. */
export const fillersBySyllables = defineFeature({
  id: "fillers.bySyllables",
  symbol: "FILL_SYL",
  label: "Filled pauses, from sound",
  description:
    "Filled pauses per as many syllable nuclei as 100 words have (1.42 a word, scaled by the language): stands in for fillers where there are no words.",
  source: "own definition",
  version: 1,
  unit: "per 100 words",
  range: [0, 1_000],
  needs: ["fillers", "syllables", "language", "accommodations"],
  extract: ({ fillers, syllables, language, accommodations }) => {
    if (accommodations.includes("disfluency")) return unmeasurable("accommodation");
    if (fillers.source === "none") return unmeasurable("no_fillers_source");
    const factor = rateFactor(language);
    if (factor === null) return unmeasurable("language_not_calibrated");
    const words = syllables.nucleiMs.length / (SYLLABLES_PER_ENGLISH_WORD * factor);
    if (words < MIN_RATE_TOKENS) return unmeasurable("too_little_speech");
    return measured((100 * fillers.filledPauses.length) / words, fillers.filledPauses);
  },
});
