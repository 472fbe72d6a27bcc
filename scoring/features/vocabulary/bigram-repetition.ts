import type { Token } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable, type Moment } from "@/scoring/features/measurement";
import { isTopicWord } from "@/scoring/language/relevance/is-topic-word";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { numberedPairs } from "@/scoring/language/numbered-tokens";

/** The measure grows with length, so that the length is fixed (scoring-science 3, BIGREP). */
const BLOCK_TOKENS = 150;
const MAX_MOMENTS = 12;

/** BIGREP (scoring-science 3), described in the definition. The last block ends with the answer and may overlap the one before it, so that every word counts. */
export const bigramRepetition = defineFeature({
  id: "vocabulary.bigramRepetition",
  symbol: "BIGREP",
  label: "Repeated wording",
  description: "Share of word pairs that were said before within 150 tokens, mean over blocks of one length.",
  source: "own definition",
  version: 1,
  unit: "share",
  range: [0, 1],
  needs: ["words", "language"],
  extract: ({ words: { tokens }, language }) => {
    const pack = findLanguagePack(language);
    if (pack === null) return unmeasurable("language_not_calibrated");
    if (tokens.length < BLOCK_TOKENS) return unmeasurable("too_few_words");
    const blocks = Math.ceil(tokens.length / BLOCK_TOKENS);
    const { ids, count } = numberedPairs(tokens, pack.wordClasses);
    /** For each pair the block it was last said in, counted from 1. */
    const lastSaidIn = new Int32Array(count);
    /** 1 where a pair begins that was said before in its block. */
    const repeated = new Uint8Array(tokens.length);
    let repeats = 0;
    for (let block = 1; block <= blocks; block++) {
      const start = Math.min((block - 1) * BLOCK_TOKENS, tokens.length - BLOCK_TOKENS);
      for (let at = start; at + 1 < start + BLOCK_TOKENS; at++) {
        const pair = ids[at] ?? 0;
        if (lastSaidIn[pair] === block) {
          repeats += 1;
          repeated[at] = 1;
        }
        lastSaidIn[pair] = block;
      }
    }
    return measured(repeats / (blocks * (BLOCK_TOKENS - 1)), () => repeatMoments(tokens, repeated, pack));
  },
});

/** The repeated pairs that hold a word with topic: "of the" said twice is no one's fault. */
function repeatMoments(tokens: readonly Token[], repeated: Uint8Array, pack: LanguagePack): Moment[] {
  const moments: Moment[] = [];
  for (let at = 0; at < repeated.length && moments.length < MAX_MOMENTS; at++) {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (repeated[at] === 0 || first === undefined || second === undefined) continue;
    if (!isTopicWord(first.text, pack) && !isTopicWord(second.text, pack)) continue;
    moments.push({ text: `${first.text} ${second.text}`, startMs: first.startMs, endMs: second.endMs });
  }
  return moments;
}
