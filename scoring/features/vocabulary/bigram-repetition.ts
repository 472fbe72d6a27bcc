import type { Token } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable, type Moment } from "@/scoring/features/measurement";
import { isTopicWord } from "@/scoring/language/relevance/is-topic-word";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { neutralWords } from "@/scoring/language/neutral-words";
import { numberWords } from "@/scoring/language/number-words";

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
    const ids = numberWords(neutralWords(tokens, pack.wordClasses));
    const places = new Set<number>();
    let repeats = 0;
    for (let block = 0; block < blocks; block++) {
      const start = Math.min(block * BLOCK_TOKENS, tokens.length - BLOCK_TOKENS);
      const repeated = repeatedPairs(ids, start, start + BLOCK_TOKENS);
      repeats += repeated.length;
      for (const at of repeated) places.add(at);
    }
    return measured(repeats / (blocks * (BLOCK_TOKENS - 1)), repeatMoments(tokens, places, pack));
  },
});

/** Where, from `start` to before `end`, a pair begins that was said before in that stretch. */
function repeatedPairs(ids: readonly number[], start: number, end: number): number[] {
  const seen = new Set<number>();
  const repeated: number[] = [];
  for (let at = start; at + 1 < end; at++) {
    const pair = (ids[at] ?? 0) * ids.length + (ids[at + 1] ?? 0);
    if (seen.has(pair)) repeated.push(at);
    seen.add(pair);
  }
  return repeated;
}

/** The repeated pairs that hold a word with topic: "of the" said twice is no one's fault. */
function repeatMoments(tokens: readonly Token[], places: ReadonlySet<number>, pack: LanguagePack): Moment[] {
  const moments: Moment[] = [];
  for (const at of [...places].sort((a, b) => a - b)) {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (first === undefined || second === undefined || moments.length >= MAX_MOMENTS) break;
    if (!isTopicWord(first.text, pack) && !isTopicWord(second.text, pack)) continue;
    moments.push({ text: `${first.text} ${second.text}`, startMs: first.startMs, endMs: second.endMs });
  }
  return moments;
}
