import { seededRandom, shuffled } from "@/scoring/fitting/seeded-random";
import { NEUTRAL_WORDS_BY_SYLLABLES } from "@/scoring/evaluation/transcript-changes/neutral-vocabulary";
import { replaceBare, shellOf } from "@/scoring/evaluation/transcript-changes/word-shell";
import type { TimedWord } from "@/scoring/transcripts/words";

export interface SubstitutionOptions {
  /** Of all words, 0..1. */
  readonly share: number;
  readonly seed: number;
  readonly countSyllables: (word: string) => number;
}

/**
 * The words as a recogniser with that share of errors might write them: words drawn at random become other everyday
 * words of as many syllables (three for longer ones), at the same times. Recognisers mostly confuse words of like length.
 */
export function substituteWords(
  words: readonly TimedWord[],
  { share, seed, countSyllables }: SubstitutionOptions,
): TimedWord[] {
  const random = seededRandom(seed);
  const wrong = new Set(shuffled([...words.keys()], seed).slice(0, Math.round(share * words.length)));
  return words.map((word, i) => {
    if (!wrong.has(i)) return word;
    const { bare } = shellOf(word.text);
    const longest = NEUTRAL_WORDS_BY_SYLLABLES.length;
    const syllables = Math.max(1, Math.min(longest, bare === "" ? 1 : countSyllables(bare.toLowerCase())));
    const others = (NEUTRAL_WORDS_BY_SYLLABLES[syllables - 1] ?? []).filter((other) => other !== bare.toLowerCase());
    const other = others[Math.floor(random() * others.length)];
    return other === undefined ? word : { ...word, text: replaceBare(word.text, other) };
  });
}
