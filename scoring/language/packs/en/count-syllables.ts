import { EN_SYLLABLE_EXCEPTIONS } from "@/scoring/language/packs/en/syllable-exceptions";

const VOWEL_GROUP = /[aeiouy]+/g;
/** Endings that keep their own syllables; taken off first so that an "e" before them counts as a final one. */
const SUFFIX = /(?:ly|ful|less|ness|ments?|things?|where|one|times?|body|how|ty|work|place|man|men|selves|land)$/;
const MIN_STEM_LETTERS = 3;
/** Written but not spoken: "made", "makes", "rules", "worked", "league"; not "table", "boxes", "wanted". */
const SILENT_ENDING =
  /(?:[^aeioulywsxzcgh]es|[aeiouy][lw]es|[^cs]hes|[^aeiouytdl]ed|[aeiouyl]led|[^aeiouyl]e|[aeiouy]le|[gq]ue[sd]?)$/;
/** Vowel letters side by side that belong to two syllables: "ra-di-o", "be-ing", "cre-ate". */
const HIATUS =
  /[^aeiouctsgxlnq]i(?=a|o(?!u?nt)|u)|[ctln]i(?=at)|i(?=et|er$|est$)|[^ctsg]i(?=en[ct])|[^gq]u(?=al|ous)|[^aeg]e(?=o(?!u))|[aeouy](?=ing)|crea(?=t)|rea(?=ct)|[aeo]y(?=[aou]|er|ee)|[st]h?m$/g;

/**
 * Syllables of an English word (2.8) from its spelling: groups of vowel letters, less silent "e", plus vowels that
 * part, with an exception list for frequent words that break the rules. At least 1; digits count one each.
 *
 * Against a pronouncing dictionary, weighted by how often words are spoken: see the test beside this file.
 */
export function countEnglishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z']/g, "");
  if (!/[a-z]/.test(letters)) return Math.max(1, word.replace(/\D/g, "").length);
  if (letters.endsWith("n't")) return countNegated(letters);
  const clitic = letters.indexOf("'", 1);
  return clitic < 0 ? countLetters(letters.replace("'", "")) : countWithClitic(letters, clitic);
}

/** "didn't" has one more than "did"; "can't", "don't", "won't", "aren't" and "weren't" do not. */
function countNegated(word: string): number {
  const stem = word.slice(0, -3);
  return stem === "" ? 1 : countLetters(stem) + (/[dst]$|^ould/.test(stem) ? 1 : 0);
}

/** "it's" and "you'll" keep the count; "boss's" and "church's" gain one. */
function countWithClitic(word: string, clitic: number): number {
  const stem = word.slice(0, clitic);
  const sibilant = word.slice(clitic) === "'s" && /(?:[sxz]|[cs]h|[cgsz]e)$/.test(stem);
  const extra = sibilant || /[td]'d$/.test(word) ? 1 : 0;
  return countLetters(stem) + extra;
}

function countLetters(word: string): number {
  const known = EN_SYLLABLE_EXCEPTIONS.get(word);
  if (known !== undefined) return known;
  const suffix = SUFFIX.exec(word)?.[0];
  const stem = suffix === undefined ? "" : word.slice(0, -suffix.length);
  if (suffix !== undefined && stem.length >= MIN_STEM_LETTERS && /[aeiouy]/.test(stem)) {
    return countLetters(stem) + countByRules(suffix);
  }
  return countByRules(word);
}

function countByRules(word: string): number {
  const groups = word.match(VOWEL_GROUP)?.length ?? 0;
  const parted = word.match(HIATUS)?.length ?? 0;
  const silent = SILENT_ENDING.test(word) ? 1 : 0;
  return Math.max(1, groups + parted - silent);
}
