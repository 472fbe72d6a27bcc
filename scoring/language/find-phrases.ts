import type { Token } from "@/scoring/features/answer-view";
import type { PhraseList } from "@/scoring/language/phrase-list";
import { phraseMatches, type PhraseMatch } from "@/scoring/language/phrase-matches";

/**
 * Finds a list's phrases in an answer: leftmost first, at each place the longest, never overlapping. A phrase does not
 * run across a sentence end (. ? !): "I appreciate. It was late" is not "appreciate it".
 */
export function findPhrases(tokens: readonly Token[], list: PhraseList): PhraseMatch[] {
  const found: PhraseMatch[] = [];
  let covered = -1;
  for (const match of phraseMatches(tokens, list)) {
    if (match.firstToken <= covered) continue;
    found.push(match);
    covered = match.lastToken;
  }
  return found;
}
