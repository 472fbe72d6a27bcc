import type { Occurrence, Token } from "@/scoring/features/answer-view";
import { neutralWords } from "@/scoring/language/neutral-words";
import type { PhraseList, PhraseNode } from "@/scoring/language/phrase-list";

/** A phrase that was found, with the tokens it covers: `[firstToken, lastToken]`, both inclusive. */
export interface PhraseMatch extends Occurrence {
  readonly firstToken: number;
  readonly lastToken: number;
}

/**
 * Finds a list's phrases in an answer: leftmost first, at each place the longest, never overlapping. A phrase does not
 * run across a sentence end (. ? !): "I appreciate. It was late" is not "appreciate it".
 */
export function findPhrases(tokens: readonly Token[], list: PhraseList): PhraseMatch[] {
  const words = neutralWords(tokens, list.classes);
  const { next, nextByPart } = list.root;
  const found: PhraseMatch[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const word = words[first] ?? "";
    if (!next.has(word) && (nextByPart.length === 0 || !nextByPart.some((entry) => entry.fits(word)))) continue;
    const last = longestMatch(tokens, words, list.root, first, first);
    if (last < 0) continue;
    found.push(phraseMatch(tokens, first, last));
    first = last;
  }
  return found;
}

/** Index of the last token of the longest phrase that continues from `node` at token `at`; -1 when none ends. */
function longestMatch(
  tokens: readonly Token[],
  words: readonly string[],
  node: PhraseNode,
  first: number,
  at: number,
): number {
  let best = node.ends ? at - 1 : -1;
  const word = words[at];
  if (word === undefined || (at > first && endsSentence(tokens[at - 1]))) return best;
  const next = node.next.get(word);
  if (next !== undefined) best = Math.max(best, longestMatch(tokens, words, next, first, at + 1));
  for (const entry of node.nextByPart) {
    if (entry.fits(word)) best = Math.max(best, longestMatch(tokens, words, entry.node, first, at + 1));
  }
  return best;
}

/** True when the transcript ends a sentence after this token. */
export function endsSentence(token: Token | undefined): boolean {
  return token !== undefined && (token.mark === "." || token.mark === "?" || token.mark === "!");
}

function phraseMatch(tokens: readonly Token[], firstToken: number, lastToken: number): PhraseMatch {
  const covered = tokens.slice(firstToken, lastToken + 1);
  return {
    text: covered.map((token) => token.text).join(" "),
    startMs: covered[0]?.startMs ?? 0,
    endMs: covered[covered.length - 1]?.endMs ?? 0,
    firstToken,
    lastToken,
  };
}
