import type { RelevanceView, Token } from "@/scoring/features/answer-view";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { prepareRelevance } from "@/scoring/language/relevance/prepare-relevance";
import type { WordVectors } from "@/scoring/language/word-vectors";

/** Relevance of a whole answer in one call; where parts of it are judged too, use `prepareRelevance`. */
export function measureRelevance(
  tokens: readonly Token[],
  promptText: string,
  vectors: WordVectors,
  pack: LanguagePack,
  names: ReadonlySet<string> = new Set(),
): RelevanceView | null {
  return prepareRelevance(promptText, tokens, vectors, pack, names)?.(tokens) ?? null;
}
