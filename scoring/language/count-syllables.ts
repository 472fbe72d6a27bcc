import type { LanguagePack } from "@/scoring/language/language-pack";

const VOWEL_GROUP = /[aeiouyäöüàâáãåæéèêëíìîïóòôõøœúùûýÿı]+|[аеёиоуыэюяіїєґў]/giu;
/** Kana but the small ones that join the one before, hangul blocks, and Han characters are a syllable each. */
const SYLLABIC_SIGN =
  /[\p{Script=Han}\p{Script=Hangul}]|(?![ゃゅょャュョぁぃぅぇぉァィゥェォ])[\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Syllables of a word (2.8): by the language's own rules where it has a pack, else by vowel groups and syllabic signs.
 * At least 1.
 */
export function countSyllables(word: string, pack: LanguagePack | null): number {
  if (pack !== null) return pack.countSyllables(word);
  const groups = word.match(VOWEL_GROUP)?.length ?? 0;
  const signs = word.match(SYLLABIC_SIGN)?.length ?? 0;
  return Math.max(1, groups + signs);
}
