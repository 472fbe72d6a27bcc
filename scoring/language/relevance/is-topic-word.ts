import { isContentWord } from "@/scoring/language/is-content-word";
import type { LanguagePack } from "@/scoring/language/language-pack";

/** True for a content word that can tell what a text is about. */
export function isTopicWord(word: string, pack: LanguagePack): boolean {
  return isContentWord(word, pack) && !pack.lightWords.has(word);
}
