/** Shorter lists are sorted: that takes no longer than a search there. */
const SORTED_BELOW = 64;

/**
 * Quantile of unordered values, linear between order statistics (type 7 of Hyndman & Fan 1996). Works on a copy.
 * Undefined when there are none. `share` is 0..1; NaN counts as the largest value.
 */
export function quantile(values: ArrayLike<number>, share: number): number | undefined {
  if (values.length === 0) return undefined;
  const copy = new Float64Array(values);
  const position = share * (copy.length - 1);
  const low = Math.floor(position);
  // In range: 0 <= low < length.
  const atLow = smallestBut(copy, low);
  const atHigh = low + 1 < copy.length ? lowestFrom(copy, low + 1) : atLow;
  return atLow + (position - low) * (atHigh - atLow);
}

/**
 * The value that sorting would put at `place`, by Hoare's FIND (1961): afterwards no value before the place is larger and
 * none behind it smaller. Linear time on average, where sorting 24,000 frames takes milliseconds.
 */
function smallestBut(values: Float64Array, place: number): number {
  if (values.length < SORTED_BELOW || holdsNaN(values)) values.sort();
  else {
    let first = 0;
    let last = values.length - 1;
    while (first < last) {
      const pivot = middleOfThree(values, first, last);
      let i = first;
      let j = last;
      while (i <= j) {
        // In range: the pivot stops both walks.
        while ((values[i] as number) < pivot) i++;
        while ((values[j] as number) > pivot) j--;
        if (i > j) break;
        const kept = values[i] as number; // as above
        values[i++] = values[j] as number; // as above
        values[j--] = kept;
      }
      if (place <= j) last = j;
      else if (place >= i) first = i;
      else break;
    }
  }
  return values[place] as number; // in range by the caller
}

/** Median of the first, middle and last value: a good pivot also where the values are ordered. */
function middleOfThree(values: Float64Array, first: number, last: number): number {
  // In range: first <= middle <= last < length.
  const a = values[first] as number;
  const b = values[(first + last) >> 1] as number;
  const c = values[last] as number;
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function lowestFrom(values: Float64Array, from: number): number {
  let lowest = values[from] as number; // in range by the caller
  for (let i = from + 1; i < values.length; i++) if ((values[i] as number) < lowest) lowest = values[i] as number; // in range
  return lowest;
}

function holdsNaN(values: Float64Array): boolean {
  for (const value of values) if (Number.isNaN(value)) return true;
  return false;
}
