import type { Token } from "@/scoring/features/answer-view";
import { neutralWord } from "@/scoring/language/phrase-list";

type WordClasses = ReadonlyMap<string, string>;

/** Some twenty lists and measures look at the same tokens: remembering changes only the time. */
const remembered = new WeakMap<readonly Token[], { classes: WordClasses; words: readonly string[] }>();

/** The words of an answer with each word of a class written as the class (see `neutralWord`). */
export function neutralWords(tokens: readonly Token[], classes: WordClasses): readonly string[] {
  const known = remembered.get(tokens);
  if (known?.classes === classes) return known.words;
  const words = tokens.map((token) => neutralWord(token.text, classes));
  remembered.set(tokens, { classes, words });
  return words;
}
