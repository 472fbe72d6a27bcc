import type { LanguagePack } from "@/scoring/language/language-pack";
import { REFERENCE_ANSWERS } from "@/scoring/language/relevance/reference-answers";
import {
  measureRelevanceBlocks,
  profileWord,
  type ProfiledWord,
  type RelevanceMeasures,
} from "@/scoring/language/relevance/relevance-measures";
import { textTokens } from "@/scoring/language/relevance/text-tokens";
import type { TopicProfile } from "@/scoring/language/relevance/topic-profile";
import { topicWords, type TopicWord } from "@/scoring/language/relevance/topic-words";
import type { WordVectors } from "@/scoring/language/word-vectors";

interface ReferenceText {
  /** One entry a token, null for tokens without topic. */
  readonly words: readonly (TopicWord | null)[];
}

/** Reference texts by vector table: the same table gives the same texts, so this changes nothing but the time. */
const prepared = new WeakMap<WordVectors, readonly ReferenceText[]>();

/**
 * What any answer has in common with this prompt: the median r1 and r2 over 20 answers to other questions. Prompts
 * differ in it a lot ("why should we hire you" is near to all work talk), so that relevance counts from here. The
 * median lets one reference answer be about the prompt after all.
 */
export function referenceBaseline(profile: TopicProfile, vectors: WordVectors, pack: LanguagePack): RelevanceMeasures {
  const measures = referenceTexts(vectors, pack).map(({ words }) => {
    const profiled: (ProfiledWord | null)[] = words.map((word) => (word === null ? null : profileWord(word, profile)));
    return measureRelevanceBlocks(profiled, profile);
  });
  return { r1: median(measures.map(({ r1 }) => r1)), r2: median(measures.map(({ r2 }) => r2)) };
}

function referenceTexts(vectors: WordVectors, pack: LanguagePack): readonly ReferenceText[] {
  const known = prepared.get(vectors);
  if (known !== undefined) return known;
  const texts = REFERENCE_ANSWERS.map(({ answer }) => {
    const tokens = textTokens(answer, pack);
    const words = topicWords(tokens, vectors, pack, new Set());
    return { words: tokens.map((token) => words.get(token.text) ?? null) };
  });
  prepared.set(vectors, texts);
  return texts;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
