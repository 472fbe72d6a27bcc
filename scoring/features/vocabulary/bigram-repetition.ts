import type { Token } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable, type Moment } from "@/scoring/features/measurement";
import { isTopicWord } from "@/scoring/language/relevance/is-topic-word";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { neutralWord } from "@/scoring/language/phrase-list";

/** The measure grows with length, so that the length is fixed (scoring-science 3, BIGREP). */
const BLOCK_TOKENS = 150;
const MAX_MOMENTS = 12;

/**
 * BIGREP: share of word pairs that were said before within 150 tokens, mean over blocks. The last block ends with the
 * answer and may overlap the one before it, so that every word counts and every block has the same length.
 */
export const bigramRepetition = defineFeature({
  id: "vocabulary.bigramRepetition",
  symbol: "BIGREP",
  label: "Repeated wording",
  version: 1,
  unit: "share",
  range: [0, 1],
  needs: ["words", "language"],
  extract: ({ words: { tokens }, language }) => {
    const pack = findLanguagePack(language);
    if (pack === null) return unmeasurable("language_not_calibrated");
    if (tokens.length < BLOCK_TOKENS) return unmeasurable("too_few_words");
    const blocks = Math.ceil(tokens.length / BLOCK_TOKENS);
    const moments = new Map<number, Moment>();
    let sum = 0;
    for (let block = 0; block < blocks; block++) {
      const start = Math.min(block * BLOCK_TOKENS, tokens.length - BLOCK_TOKENS);
      const repeated = repeatedPairs(tokens.slice(start, start + BLOCK_TOKENS), pack);
      sum += repeated.length / (BLOCK_TOKENS - 1);
      for (const pair of repeated) if (pair.hasContent) moments.set(pair.moment.startMs, pair.moment);
    }
    const places = [...moments.values()].sort((a, b) => a.startMs - b.startMs);
    return measured(sum / blocks, places.slice(0, MAX_MOMENTS));
  },
});

function repeatedPairs(tokens: readonly Token[], pack: LanguagePack) {
  const seen = new Set<string>();
  const repeated: { moment: Moment; hasContent: boolean }[] = [];
  for (const [index, first] of tokens.entries()) {
    const second = tokens[index + 1];
    if (second === undefined) break;
    const pair = `${neutralWord(first.text, pack.wordClasses)} ${neutralWord(second.text, pack.wordClasses)}`;
    if (seen.has(pair)) {
      const moment = { text: `${first.text} ${second.text}`, startMs: first.startMs, endMs: second.endMs };
      repeated.push({ moment, hasContent: isTopicWord(first.text, pack) || isTopicWord(second.text, pack) });
    }
    seen.add(pair);
  }
  return repeated;
}
