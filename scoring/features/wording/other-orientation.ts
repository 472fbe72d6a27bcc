import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";

/** Fewer words about people make no ratio. */
const MIN_PERSON_WORDS = 5;

/**
 * OTHER_RATIO: words for the other person (you, they, customer, team) as a share of those and of words for the speaker
 * (I, me, my). "we" is not counted (scoring-science 3).
 */
export const otherOrientation = defineFeature({
  id: "wording.otherOrientation",
  symbol: "OTHER_RATIO",
  label: "Words about the other person",
  version: 1,
  unit: "share",
  range: [0, 1],
  needs: ["words", "language"],
  extract: ({ words: { tokens }, language }) => {
    const pack = findLanguagePack(language);
    if (pack === null) return unmeasurable("language_not_calibrated");
    const others = tokens.filter((token) => pack.otherPersonWords.has(token.text)).length;
    const speaker = tokens.filter((token) => pack.speakerWords.has(token.text)).length;
    if (others + speaker < MIN_PERSON_WORDS) return unmeasurable("too_few_words");
    return measured(others / (others + speaker));
  },
});
