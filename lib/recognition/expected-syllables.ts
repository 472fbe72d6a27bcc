const VOWEL_GROUP = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿąęěůıаеёиоуыэюяєіїαεηιουωάέήίόύώ]+/giu;
const ONE_SYLLABLE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Scripts that write few vowels (Arabic, Hebrew) or bind them to consonants (Devanagari, Thai): letters a syllable. */
const LETTERS_PER_SYLLABLE = 2.2;

/**
 * Syllables that a written word is likely to have, at least 1, in any script: groups of vowel letters; one for each Han,
 * kana or Hangul letter; else letters / 2.2; 1.5 for a digit. A rough share of time, not a count for scores.
 */
export function expectedSyllables(word: string): number {
  const digits = word.match(/\d/g)?.length ?? 0;
  const vowelGroups = word.match(VOWEL_GROUP)?.length ?? 0;
  const letters = word.match(ONE_SYLLABLE_LETTER)?.length ?? 0;
  const counted = digits * 1.5 + vowelGroups + letters;
  return Math.max(1, counted || Math.round((word.match(/\p{L}/gu)?.length ?? 0) / LETTERS_PER_SYLLABLE));
}
