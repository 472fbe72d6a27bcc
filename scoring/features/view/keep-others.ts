/** What is left of a list; where those gone are neighbours, `[first, end)` says which, else it is empty. */
export interface KeptItems<Item> {
  readonly kept: readonly Item[];
  readonly first: number;
  readonly end: number;
}

/**
 * The items that are not gone, in order; the same list when none is. Lists ascend in time, so that what a block takes
 * out of one is nearly always a stretch of neighbours, which is cut out at once; out of order times can leave some in
 * between.
 */
export function keepOthers<Item>(items: readonly Item[], isGone: (item: Item) => boolean): KeptItems<Item> {
  let first = -1;
  let last = -1;
  let gone = 0;
  for (let index = 0; index < items.length; index++) {
    if (!isGone(items[index] as Item)) continue; // in range
    if (first < 0) first = index;
    last = index;
    gone += 1;
  }
  if (gone === 0) return { kept: items, first: 0, end: 0 };
  if (gone < last + 1 - first) return { kept: items.filter((item) => !isGone(item)), first: 0, end: 0 };
  return { kept: items.toSpliced(first, gone), first, end: last + 1 };
}
