import type { Token } from "@/scoring/features/answer-view";

/** Says of a token list that it is `whole` without the tokens `[first, end)`. */
export interface TokenCut {
  readonly whole: readonly Token[];
  readonly first: number;
  readonly end: number;
}

/** Token lists are never changed, so that where one came from stays true; remembering it changes only the time. */
const cuts = new WeakMap<readonly Token[], TokenCut>();

/**
 * The tokens that are not gone. Where those gone are neighbours, as the words of one block are, the result is known to
 * be a cut of `tokens` (`cutOf`), and what was worked out for all of them need not be worked out again.
 */
export function tokensWithout(tokens: readonly Token[], isGone: (token: Token) => boolean): readonly Token[] {
  const kept: Token[] = [];
  let first = -1;
  let last = -1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token; // in range
    if (!isGone(token)) {
      kept.push(token);
      continue;
    }
    if (first < 0) first = index;
    last = index;
  }
  if (first < 0) return tokens;
  const end = last + 1;
  // Out of order word times can leave some in between: such a list is read afresh.
  if (kept.length === tokens.length - (end - first)) cuts.set(kept, { whole: tokens, first, end });
  return kept;
}

/** What the list was cut from; undefined for a list that stands for itself. */
export function cutOf(tokens: readonly Token[]): TokenCut | undefined {
  return cuts.get(tokens);
}
