import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_TOKENS } from "@/scoring/features/min-tokens";

/** FP100 (scoring-science 2.4, 3), described in the definition. */
export const filledPauses = defineFeature({
  id: "fillers.filledPauses",
  symbol: "FP100",
  label: "Filled pauses",
  description: 'Filled pauses ("um", a held vowel) per 100 content tokens.',
  source: "Bortfeld et al. 2001; Naim et al. 2015",
  version: 1,
  unit: "per 100 words",
  range: [0, 1_000],
  needs: ["fillers", "words", "accommodations"],
  extract: ({ fillers, words: { tokens }, accommodations }) => {
    if (accommodations.includes("disfluency")) return unmeasurable("accommodation");
    if (fillers.source === "none") return unmeasurable("no_fillers_source");
    if (tokens.length < MIN_RATE_TOKENS) return unmeasurable("too_few_words");
    return measured((100 * fillers.filledPauses.length) / tokens.length, fillers.filledPauses);
  },
});
