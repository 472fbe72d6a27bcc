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
    const word = topicWord(text, vectors);
    if (word !== null) words.set(text, word);
  }
  return words;
}

/** About a kilobyte each. Answers share most of their words. */
const MAX_REMEMBERED = 8_000;

/** By vector table: the same word of the same table has the same meaning, so that this changes only the time. */
const remembered = new WeakMap<WordVectors, Map<string, TopicWord>>();

function topicWord(text: string, vectors: WordVectors): TopicWord | null {
  const known = remembered.get(vectors)?.get(text);
  if (known !== undefined) return known;
  const vector = vectors.vector(text);
  if (vector === null) return null;
  const word = { vector, weighted: scaled(vector, sifWeight(text, vectors)) };
  const words = remembered.get(vectors) ?? new Map<string, TopicWord>();
  if (words.size >= MAX_REMEMBERED) words.clear();
  remembered.set(vectors, words.set(text, word));
  return word;
}
