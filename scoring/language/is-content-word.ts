import type { LanguagePack } from "@/scoring/language/language-pack";

/** True for a token that carries content: no word of grammar, and at least one letter or digit. */
export function isContentWord(word: string, pack: LanguagePack): boolean {
  return !pack.functionWords.has(word) && /[\p{L}\p{N}]/u.test(word);
}
