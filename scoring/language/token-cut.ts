import type { Token } from "@/scoring/features/answer-view";
import { keepOthers, type KeptItems } from "@/scoring/features/view/keep-others";

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
  return rememberCut(tokens, keepOthers(tokens, isGone));
}

/** The tokens that were kept, known to be a cut of `tokens`. */
export function rememberCut(tokens: readonly Token[], { kept, first, end }: KeptItems<Token>): readonly Token[] {
  if (end > first) cuts.set(kept, { whole: tokens, first, end });
  return kept;
}

/** What the list was cut from; undefined for a list that stands for itself. */
export function cutOf(tokens: readonly Token[]): TokenCut | undefined {
  return cuts.get(tokens);
}
