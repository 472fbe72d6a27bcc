import { isTopicWord } from "@/scoring/language/relevance/is-topic-word";
import { ENGLISH } from "@/scoring/language/packs/en/english";
import type { Prompt } from "@/scoring/pipeline/scorer-input";
import { shellOf } from "@/scoring/evaluation/transcript-changes/word-shell";
import type { TimedWord } from "@/scoring/transcripts/words";

const TOPICS = 10;
const SHORTEST_TOPIC_LETTERS = 5;

/**
 * A question that an answer of unrelated sentences is an answer to, so that all four dimensions are scored with all of
 * their terms: it asks for help to a customer (an occasion for helpful acts) about the first ten longer topic words of
 * the answer.
 */
export function topicPrompt(words: readonly TimedWord[]): Prompt {
  const topics = new Set<string>();
  for (const { text } of words) {
    const word = shellOf(text).bare.toLowerCase();
    if (topics.size < TOPICS && word.length >= SHORTEST_TOPIC_LETTERS && isTopicWord(word, ENGLISH)) topics.add(word);
  }
  const text = `How would you help an upset customer who asks you about ${[...topics].join(", ")}?`;
  return { text, type: "situational", endMs: null };
}
