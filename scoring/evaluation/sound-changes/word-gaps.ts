import { ENGLISH } from "@/scoring/language/packs/en/english";
import { shellOf } from "@/scoring/evaluation/transcript-changes/word-shell";
import type { TimedWord } from "@/scoring/transcripts/words";

/** The place between two words of an answer. */
export interface WordGap {
  /** Index of the word before it. */
  readonly after: number;
  /** Middle of the time between the two words. */
  readonly atMs: number;
  /** No clause ends here: no mark, and the next word starts none. */
  readonly insidePhrase: boolean;
  readonly endsSentence: boolean;
}

/** The gaps between the words of an English answer, in order. */
export function wordGaps(words: readonly TimedWord[]): WordGap[] {
  return words.slice(1).map((next, after) => {
    const word = words[after] ?? next;
    const { after: mark } = shellOf(word.text);
    return {
      after,
      atMs: Math.max(word.startMs, (word.endMs + next.startMs) / 2),
      insidePhrase: mark === "" && !ENGLISH.clauseStarters.has(shellOf(next.text).bare.toLowerCase()),
      endsSentence: /[.?!]/.test(mark),
    };
  });
}

/** `count` of the items, evenly spread, never the same twice; all when there are fewer. */
export function spreadEvenly<Item>(items: readonly Item[], count: number): Item[] {
  if (count >= items.length) return [...items];
  const picked = Array.from({ length: count }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)]);
  return picked.filter((item) => item !== undefined);
}
