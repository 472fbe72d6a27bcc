import type { Occurrence, Token } from "@/scoring/features/answer-view";
import { neutralWord, type PhraseList, type PhraseNode } from "@/scoring/language/phrase-list";

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
  const found: PhraseMatch[] = [];
  for (let first = 0; first < tokens.length;) {
    const last = longestMatch(tokens, first, list);
    if (last < 0) {
      first += 1;
      continue;
    }
    found.push(phraseMatch(tokens, first, last));
    first = last + 1;
  }
  return found;
}

/** Index of the last token of the longest phrase that starts at `first`; -1 when none does. */
function longestMatch(tokens: readonly Token[], first: number, list: PhraseList): number {
  let best = -1;
  const walk = (node: PhraseNode, at: number): void => {
    if (node.ends && at - 1 > best) best = at - 1;
    const token = tokens[at];
    if (token === undefined || (at > first && endsSentence(tokens[at - 1]))) return;
    const word = neutralWord(token.text, list.classes);
    const next = node.next.get(word);
    if (next !== undefined) walk(next, at + 1);
    for (const entry of node.nextByPart) if (entry.fits(word)) walk(entry.node, at + 1);
  };
  walk(list.root, first);
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
