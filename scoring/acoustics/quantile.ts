/** Shorter lists are sorted: that takes no longer than a search there. */
const SORTED_BELOW = 64;
/** Steps between the lowest and the highest value; the ones that hold the place are searched. */
const STEPS = 512;

/**
 * Quantile of unordered values, linear between order statistics (type 7 of Hyndman & Fan 1996).
 * Undefined when there are none. `share` is 0..1; NaN counts as the largest value.
 */
export function quantile(values: ArrayLike<number>, share: number): number | undefined {
  if (values.length === 0) return undefined;
  const position = share * (values.length - 1);
  const low = Math.floor(position);
  const [atLow, atHigh] = pairAt(values, low);
  return atLow + (position - low) * (atHigh - atLow);
}

/**
 * The values that sorting would put at `place` and after it (the same twice at the end), without sorting: values are
 * counted by steps of their range, and only those of the steps that hold the two are sorted. Where 24,000 frames take
 * milliseconds to sort, this reads them three times.
 */
export function pairAt(values: ArrayLike<number>, place: number): readonly [atPlace: number, next: number] {
  const next = Math.min(place + 1, values.length - 1);
  const { lowest, highest, isFinite } = rangeOf(values);
  const perStep = (STEPS - 1) / (highest - lowest);
  // The last: all are the same, or their range is so small that its inverse is infinite.
  if (values.length < SORTED_BELOW || !isFinite || !Number.isFinite(perStep)) {
    return pairOf(new Float64Array(values).sort(), place, next);
  }
  const counts = new Uint32Array(STEPS);
  // `as number` here and below: in range. The step of a larger value is never lower: every operation keeps the order.
  for (let i = 0; i < values.length; i++) {
    const step = (((values[i] as number) - lowest) * perStep) | 0;
    counts[step] = (counts[step] as number) + 1;
  }
  const first = stepHolding(counts, place);
  const last = stepHolding(counts, next);
  const candidates = new Float64Array(last.end - first.start);
  let found = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const step = ((value - lowest) * perStep) | 0;
    if (step >= first.step && step <= last.step) candidates[found++] = value;
  }
  return pairOf(candidates.sort(), place - first.start, next - first.start);
}

function pairOf(sorted: Float64Array, place: number, next: number): [number, number] {
  return [sorted[place] as number, sorted[next] as number]; // in range by the caller
}

function rangeOf(values: ArrayLike<number>): { lowest: number; highest: number; isFinite: boolean } {
  let lowest = Infinity;
  let highest = -Infinity;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number; // in range
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
    sum += value; // NaN if any is, and then nothing else
  }
  return { lowest, highest, isFinite: !Number.isNaN(sum) && Number.isFinite(lowest) && Number.isFinite(highest) };
}

/** The step in which the value of that place lies; `start` and `end`: places of the step's first value and after its last. */
function stepHolding(counts: Uint32Array, place: number): { step: number; start: number; end: number } {
  let start = 0;
  for (let step = 0; step < counts.length; step++) {
    const end = start + (counts[step] as number); // in range
    if (place < end) return { step, start, end };
    start = end;
  }
  throw new RangeError(`there is no place ${place} among ${start} values`);
}
