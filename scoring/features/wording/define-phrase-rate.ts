import { defineFeature, type FeatureDefinition } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { creditedTokens, topicCreditAt } from "@/scoring/features/relevance/topic-credit";
import { findPhrases } from "@/scoring/language/find-phrases";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import type { PhraseList } from "@/scoring/language/phrase-list";

/** Below this a single hit moves a rate by more than 3 per 100. */
const MIN_TOKENS = 30;

interface PhraseRate extends Pick<FeatureDefinition, "id" | "symbol" | "label" | "description" | "source" | "version"> {
  readonly list: (pack: LanguagePack) => PhraseList;
  /** Where the question is known, phrases and words count as far as their stretch has to do with it. */
  readonly ofTopic?: true;
}

/** A feature that counts a list's phrases per 100 content tokens; every hit is a moment. */
export function definePhraseRate({ list, ofTopic, ...texts }: PhraseRate) {
  return defineFeature({
    ...texts,
    unit: "per 100 words",
    range: [0, 100],
    needs: ["words", "language"],
    extract: ({ words: { tokens, topic: known }, language }) => {
      const pack = findLanguagePack(language);
      if (pack === null) return unmeasurable("language_not_calibrated");
      if (tokens.length < MIN_TOKENS) return unmeasurable("too_few_words");
      const topic = ofTopic === true ? known : undefined;
      const hits = findPhrases(tokens, list(pack)).map((hit) => ({
        hit,
        credit: topicCreditAt(hit.firstToken, topic),
      }));
      const count = hits.reduce((sum, { credit }) => sum + credit, 0);
      return measured((100 * count) / Math.max(MIN_TOKENS, creditedTokens(tokens.length, topic)), () =>
        hits.filter(({ credit }) => credit > 0).map(({ hit: { text, startMs, endMs } }) => ({ text, startMs, endMs })),
      );
    },
  });
}
