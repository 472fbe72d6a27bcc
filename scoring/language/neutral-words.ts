import { neutralWord } from "@/scoring/language/phrase-list";
import { defineTokenColumn } from "@/scoring/language/token-column";

/** The words of an answer with each word of a class written as the class (see `neutralWord`). */
export const neutralWords = defineTokenColumn((token, classes: ReadonlyMap<string, string>) =>
  neutralWord(token.text, classes),
);
