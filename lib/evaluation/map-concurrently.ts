/** `run` of every item, at most `limit` at a time; results in the order of the items. The first failure ends it. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const entries = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) results.set(index, await run(item, index));
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  // Reason for `as`: every index was set above, or Promise.all has thrown.
  return items.map((_, index) => results.get(index) as Result);
}
