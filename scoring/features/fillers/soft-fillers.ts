import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_TOKENS } from "@/scoring/features/min-tokens";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";

/** SOFT100 (scoring-science 3), described in the definition. */
export const softFillers = defineFeature({
  id: "fillers.softFillers",
  symbol: "SOFT100",
  label: "Soft fillers",
  description: 'Words that fill time ("you know", "kind of") per 100 content tokens.',
  source: "own list",
  version: 1,
  unit: "per 100 words",
  range: [0, 100],
  needs: ["fillers", "words", "language"],
  extract: ({ fillers, words: { tokens }, language }) => {
    if (findLanguagePack(language) === null) return unmeasurable("language_not_calibrated");
    if (tokens.length < MIN_RATE_TOKENS) return unmeasurable("too_few_words");
    return measured((100 * fillers.softFillers.length) / tokens.length, fillers.softFillers);
  },
});
