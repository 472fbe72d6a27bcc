import type { Token } from "@/scoring/features/answer-view";
import { neutralWords } from "@/scoring/language/neutral-words";
import { numberWords, type Numbered } from "@/scoring/language/number-words";
import { cutOf, type TokenCut } from "@/scoring/language/token-cut";

type WordClasses = ReadonlyMap<string, string>;
type Remembered = WeakMap<readonly Token[], { readonly classes: WordClasses; readonly numbered: Numbered }>;

const rememberedTokens: Remembered = new WeakMap();
const rememberedPairs: Remembered = new WeakMap();

/**
 * A number for each different word of an answer, words of a class being one (`neutralWords`). A cut of the answer
 * (`tokensWithout`) keeps the numbers of the whole, so that some may not occur in it.
 */
export function numberedTokens(tokens: readonly Token[], classes: WordClasses): Numbered {
  const known = rememberedTokens.get(tokens);
  if (known?.classes === classes) return known.numbered;
  const cut = cutOf(tokens);
  const numbered =
    cut === undefined
      ? numberWords(neutralWords(tokens, classes))
      : without(numberedTokens(cut.whole, classes), cut.first, cut.end);
  rememberedTokens.set(tokens, { classes, numbered });
  return numbered;
}

function without({ ids, count }: Numbered, first: number, end: number): Numbered {
  const kept = new Int32Array(ids.length - (end - first));
  kept.set(ids.subarray(0, first));
  kept.set(ids.subarray(end), first);
  return { ids: kept, count };
}

/** A number for each different pair of neighbouring words, by the place of the first; else as {@link numberedTokens}. */
export function numberedPairs(tokens: readonly Token[], classes: WordClasses): Numbered {
  const known = rememberedPairs.get(tokens);
  if (known?.classes === classes) return known.numbered;
  const cut = cutOf(tokens);
  const words = numberedTokens(tokens, classes);
  const numbered = cut === undefined ? numberPairs(words) : pairsOfCut(words.ids, cut, classes);
  rememberedPairs.set(tokens, { classes, numbered });
  return numbered;
}

function numberPairs({ ids, count }: Numbered): Numbered {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < ids.length; at++) pairs.push((ids[at] ?? 0) * count + (ids[at + 1] ?? 0));
  return numberWords(pairs);
}

/** The pairs of the whole that are left, and the one that the cut has made neighbours. */
function pairsOfCut(ids: Int32Array, { whole, first, end }: TokenCut, classes: WordClasses): Numbered {
  const ofWhole = numberedPairs(whole, classes);
  if (first === 0) return { ids: ofWhole.ids.slice(end), count: ofWhole.count };
  const kept = new Int32Array(Math.max(0, ids.length - 1));
  kept.set(ofWhole.ids.subarray(0, Math.min(first - 1, kept.length)));
  if (first >= ids.length) return { ids: kept, count: ofWhole.count };
  kept[first - 1] = pairNumber(numberedTokens(whole, classes).ids, ids[first - 1] ?? 0, ids[first] ?? 0, ofWhole);
  kept.set(ofWhole.ids.subarray(end), first);
  return { ids: kept, count: ofWhole.count + 1 };
}

/** The number of the pair in the whole, or a new one. */
function pairNumber(wholeIds: Int32Array, left: number, right: number, { ids, count }: Numbered): number {
  for (let at = 0; at + 1 < wholeIds.length; at++) {
    if (wholeIds[at] === left && wholeIds[at + 1] === right) return ids[at] ?? count;
  }
  return count;
}
