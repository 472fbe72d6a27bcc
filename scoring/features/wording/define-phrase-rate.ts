import { defineFeature, type FeatureDefinition } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { findPhrases } from "@/scoring/language/find-phrases";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import type { PhraseList } from "@/scoring/language/phrase-list";

/** Below this a single hit moves a rate by more than 3 per 100. */
const MIN_TOKENS = 30;

interface PhraseRate extends Pick<FeatureDefinition, "id" | "symbol" | "label" | "description" | "source"> {
  readonly list: (pack: LanguagePack) => PhraseList;
}

/** A feature that counts a list's phrases per 100 content tokens; every hit is a moment. */
export function definePhraseRate({ list, ...texts }: PhraseRate) {
  return defineFeature({
    ...texts,
    version: 1,
    unit: "per 100 words",
    range: [0, 100],
    needs: ["words", "language"],
    extract: ({ words: { tokens }, language }) => {
      const pack = findLanguagePack(language);
      if (pack === null) return unmeasurable("language_not_calibrated");
      if (tokens.length < MIN_TOKENS) return unmeasurable("too_few_words");
      const hits = findPhrases(tokens, list(pack));
      return measured((100 * hits.length) / tokens.length, () =>
        hits.map(({ text, startMs, endMs }) => ({ text, startMs, endMs })),
      );
    },
  });
}
