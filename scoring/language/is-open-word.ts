import type { LanguagePack } from "@/scoring/language/language-pack";

/** True for a word that cannot end a phrase ("the", "of", "will"): a pause after it is mid-phrase (2.6). */
export function isOpenWord(word: string, pack: LanguagePack): boolean {
  return pack.openWords.has(word);
}
