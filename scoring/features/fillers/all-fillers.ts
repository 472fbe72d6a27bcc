import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_TOKENS } from "@/scoring/features/min-tokens";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";

/** Soft fillers mark dialect and age as well: half weight (scoring-science 3). */
export const SOFT_FILLER_WEIGHT = 0.5;

/** FILL (scoring-science 3), described in the definition. */
export const allFillers = defineFeature({
  id: "fillers.all",
  symbol: "FILL",
  label: "Filler words",
  description: "Filled pauses plus half of the soft fillers, per 100 content tokens.",
  source: "Naim et al. 2015 (filler rate)",
  version: 1,
  unit: "per 100 words",
  range: [0, 1_000],
  needs: ["fillers", "words", "language", "accommodations"],
  extract: ({ fillers, words: { tokens }, language, accommodations }) => {
    if (accommodations.includes("disfluency")) return unmeasurable("accommodation");
    if (fillers.source === "none") return unmeasurable("no_fillers_source");
    if (findLanguagePack(language) === null) return unmeasurable("language_not_calibrated");
    if (tokens.length < MIN_RATE_TOKENS) return unmeasurable("too_few_words");
    const weighted = fillers.filledPauses.length + SOFT_FILLER_WEIGHT * fillers.softFillers.length;
    return measured((100 * weighted) / tokens.length, () =>
      [...fillers.filledPauses, ...fillers.softFillers].sort((a, b) => a.startMs - b.startMs),
    );
  },
});
