import { EN_WORD_CLASSES } from "@/scoring/language/packs/en/word-classes";
import { definePhraseList } from "@/scoring/language/phrase-list";

const define = (id: string, patterns: readonly string[]) => definePhraseList(id, patterns, EN_WORD_CLASSES);

/** Words that tie statements together (scoring-science 2, CONN). */
export const EN_CONNECTIVES = define("connectives", [
  "because",
  "so that",
  "therefore",
  "however",
  "although",
  "though",
  "first",
  "firstly",
  "second",
  "secondly",
  "then",
  "after",
  "finally",
  "for example",
  "for instance",
  "in order",
  "as a result",
  "which means",
  "but",
  "while",
  "when",
  "since",
  "also",
  "in addition",
  "on the other hand",
  "overall",
  "in the end",
  "at the end",
  "eventually",
]);

/** Words that weaken a statement (scoring-science 2, HEDGE). */
export const EN_HEDGES = define("hedges", [
  "maybe",
  "i guess",
  "i think",
  "probably",
  "perhaps",
  "kind of",
  "kinda",
  "sort of",
  "i feel like",
  "might",
]);

/** Words that name nothing (scoring-science 2, VAGUE). */
export const EN_VAGUE_WORDS = define("vagueWords", [
  "stuff",
  "things",
  "thing",
  "whatever",
  "something",
  "somehow",
  "and so on",
  "and everything",
  "or something",
  "etc",
  "et cetera",
]);
