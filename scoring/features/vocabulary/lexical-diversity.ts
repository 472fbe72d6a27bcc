import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { mtld } from "@/scoring/features/vocabulary/mtld";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { numberedTokens } from "@/scoring/language/numbered-tokens";

/** The measure is usable from here on (scoring-science 5.2). */
const MIN_TOKENS = 100;
const MAX_TOKENS = 1_500;

/** MTLD (scoring-science 8.2), described in the definition. */
export const lexicalDiversity = defineFeature({
  id: "vocabulary.mtld",
  symbol: "MTLD",
  label: "Variety of words",
  description:
    "Mean number of tokens over which the ratio of different words to all words stays above .72, over the first 1,500 tokens; third-person pronouns count as one word.",
  source: "MTLD: McCarthy & Jarvis 2010",
  version: 1,
  unit: "words",
  range: [0, MAX_TOKENS],
  needs: ["words", "language"],
  extract: ({ words, language }) => {
    const pack = findLanguagePack(language);
    if (pack === null) return unmeasurable("language_not_calibrated");
    if (words.tokens.length < MIN_TOKENS) return unmeasurable("too_few_words");
    const { ids, count } = numberedTokens(words.tokens, pack.wordClasses);
    return measured(mtld({ ids: ids.subarray(0, MAX_TOKENS), count }));
  },
});
