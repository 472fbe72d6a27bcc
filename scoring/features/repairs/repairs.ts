import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_TOKENS } from "@/scoring/features/min-tokens";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";

/** REP100 (scoring-science 3), described in the definition. */
export const repairs = defineFeature({
  id: "repairs.perHundred",
  symbol: "REP100",
  label: "Repeats and restarts",
  description:
    'Repeats and restarts per 100 content tokens. Only with a language pack: where words are doubled for meaning ("orang-orang"), a repeat is no repair.',
  source: "Suzuki, Kormos & Uchihara 2021",
  version: 1,
  unit: "per 100 words",
  range: [0, 1_000],
  needs: ["words", "language", "accommodations"],
  extract: ({ words, language, accommodations }) => {
    if (accommodations.includes("disfluency")) return unmeasurable("accommodation");
    if (findLanguagePack(language) === null) return unmeasurable("language_not_calibrated");
    if (words.tokens.length < MIN_RATE_TOKENS) return unmeasurable("too_few_words");
    return measured((100 * words.repairs.length) / words.tokens.length, words.repairs);
  },
});
