import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { isContentWord } from "@/scoring/language/is-content-word";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { defineTokenColumn } from "@/scoring/language/token-column";

const contentFlags = defineTokenColumn((token, pack: LanguagePack) => isContentWord(token.text, pack));

/** CONTENT_WORDS (scoring-science 3), described in the definition. */
export const contentWords = defineFeature({
  id: "vocabulary.contentWords",
  symbol: "CONTENT_WORDS",
  label: "Words of content",
  description:
    "Number of tokens that are not words of grammar. Where the question is known, those of stretches of about 50 tokens that have little to do with it count in part or not at all.",
  source: "own definition",
  version: 2,
  unit: "words",
  range: [0, 100_000],
  needs: ["words", "language"],
  extract: ({ words, language }) => {
    const pack = findLanguagePack(language);
    if (pack === null) return unmeasurable("language_not_calibrated");
    const flags = contentFlags(words.tokens, pack);
    let count = 0;
    for (const { start, end, credit } of words.topic ?? [{ start: 0, end: flags.length, credit: 1 }]) {
      for (let at = start; at < end; at++) if (flags[at] === true) count += credit;
    }
    return measured(count);
  },
});
