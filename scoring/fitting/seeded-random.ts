/**
 * Random numbers that are the same on every run and machine: mulberry32, a 32-bit generator with full period 2^32
 * (public domain, T. Ettinger 2017). Good enough for shuffles; never for secrets.
 *
 * @param seed any integer; the same seed gives the same sequence
 * @returns a function that gives the next number in 0 (included) to 1 (excluded)
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy in an order that only depends on the seed (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    // Both indices lie inside the list; the compiler cannot know.
    order[last] = b as T;
    order[other] = a as T;
  }
  return order;
}
