import type { Token } from "@/scoring/features/answer-view";
import { isTopicWord } from "@/scoring/language/relevance/is-topic-word";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { sifWeight } from "@/scoring/language/relevance/sif-weight";
import { scaled } from "@/scoring/language/relevance/vector-arithmetic";
import type { WordVectors } from "@/scoring/language/word-vectors";

/** A content word with its meaning. */
export interface TopicWord {
  /** Unit length. */
  readonly vector: Float32Array;
  /** `vector` times the word's SIF weight: its part in a sentence vector. */
  readonly weighted: Float32Array;
}

/** The words of a text that carry topic, each once: content words that the vectors know and that are no names. */
export function topicWords(
  tokens: readonly Token[],
  vectors: WordVectors,
  pack: LanguagePack,
  names: ReadonlySet<string>,
): ReadonlyMap<string, TopicWord> {
  const words = new Map<string, TopicWord>();
  for (const { text } of tokens) {
    if (words.has(text) || names.has(text) || !isTopicWord(text, pack)) continue;
    const vector = vectors.vector(text);
    if (vector === null) continue;
    const weight = sifWeight(text, vectors);
    words.set(text, { vector, weighted: scaled(vector, weight) });
  }
  return words;
}
