import type { Token } from "@/scoring/features/answer-view";
import { findEmpathyActs } from "@/scoring/language/empathy-acts";
import { findPhrases } from "@/scoring/language/find-phrases";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { textTokens } from "@/scoring/language/relevance/text-tokens";

/**
 * Whether a prompt calls for acts towards another person (occasion gate of scoring-science 4.4): it speaks of customers,
 * conflict, help, colleagues or difficulty. Elsewhere the absence of such acts says nothing.
 */
export function empathyOpportunity(promptText: string, pack: LanguagePack): boolean {
  return findPhrases(textTokens(promptText, pack), pack.occasion).length > 0;
}

/** How many kinds of acts an answer has, cold phrases aside: without an occasion at least two are needed (4.4). */
export function countDistinctActs(tokens: readonly Token[], pack: LanguagePack): number {
  const kinds = new Set(findEmpathyActs(tokens, pack).acts.map(({ act }) => act));
  kinds.delete("coldOrBlame");
  return kinds.size;
}
