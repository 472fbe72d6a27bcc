import type { Token } from "@/scoring/features/answer-view";
import { cutOf } from "@/scoring/language/token-cut";

/**
 * Declares something that is known of each token by itself and looked up by many features and jackknife views. It is
 * worked out once for an answer; a cut of the answer (`tokensWithout`) takes its part of it.
 *
 * @param derive the value of a token under a key (a language pack, a word class table); the same for equal arguments.
 * @returns the values of a list of tokens, one a token; not to be changed.
 */
export function defineTokenColumn<Key, Value>(
  derive: (token: Token, key: Key) => Value,
): (tokens: readonly Token[], key: Key) => readonly Value[] {
  const remembered = new WeakMap<readonly Token[], { readonly key: Key; readonly values: readonly Value[] }>();

  function column(tokens: readonly Token[], key: Key): readonly Value[] {
    const known = remembered.get(tokens);
    if (known?.key === key) return known.values;
    const cut = cutOf(tokens);
    const values = cut === undefined ? tokens.map((token) => derive(token, key)) : without(column(cut.whole, key), cut);
    remembered.set(tokens, { key, values });
    return values;
  }
  return column;
}

function without<Value>(values: readonly Value[], { first, end }: { first: number; end: number }): Value[] {
  return values.slice(0, first).concat(values.slice(end));
}
