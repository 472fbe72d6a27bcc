import type { Occurrence, Token } from "@/scoring/features/answer-view";
import { findPhrases } from "@/scoring/language/find-phrases";
import type { LanguagePack } from "@/scoring/language/language-pack";

/**
 * Words that fill time without content (SOFT of 2.4): "like", "you know", "kind of". Uses that carry meaning
 * ("would like to", "let you know", "what kind of") are left out, so that the evidence holds in front of a reader.
 */
export function findSoftFillers(tokens: readonly Token[], pack: LanguagePack | null): Occurrence[] {
  if (pack === null) return [];
  const meant = findPhrases(tokens, pack.softFillerExceptions);
  return findPhrases(tokens, pack.softFillers)
    .filter((hit) => !meant.some((use) => use.firstToken <= hit.lastToken && hit.firstToken <= use.lastToken))
    .map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
}
