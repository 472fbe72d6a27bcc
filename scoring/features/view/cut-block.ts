import { intervalMs, overlapMs, type Interval } from "@/scoring/acoustics/interval";
import type { Pause } from "@/scoring/features/answer-view";
import { SHORTEST_PAUSE_MS } from "@/scoring/features/view/find-silent-pauses";
import { keepOthers, type KeptItems } from "@/scoring/features/view/keep-others";
import { middleMs } from "@/scoring/features/view/response-window";

/** Without the items whose middle lies in the block. */
export function outsideBlock<Item extends Interval>(items: readonly Item[], block: Interval): readonly Item[] {
  return keepOutside(items, block).kept;
}

/** Middles of a list's items where they ascend, else null; a list is cut once for each block. */
const rememberedMiddles = new WeakMap<readonly (Interval | number)[], Float64Array | null>();

/** The items, or times, whose middle does not lie in the block, and which stretch of the list does. */
export function keepOutside<Item extends Interval | number>(items: readonly Item[], block: Interval): KeptItems<Item> {
  let middles = rememberedMiddles.get(items);
  if (middles === undefined) rememberedMiddles.set(items, (middles = ascendingMiddles(items)));
  if (middles === null) return keepOthers(items, (item) => liesIn(item, block));
  const first = firstFrom(middles, block.startMs);
  const end = firstFrom(middles, block.endMs);
  return first === end ? { kept: items, first: 0, end: 0 } : { kept: items.toSpliced(first, end - first), first, end };
}

function ascendingMiddles(items: readonly (Interval | number)[]): Float64Array | null {
  const middles = new Float64Array(items.length);
  let before = -Infinity;
  for (let at = 0; at < items.length; at++) {
    const middle = middleOf(items[at] as Interval | number); // in range
    if (!(middle >= before)) return null;
    middles[at] = middle;
    before = middle;
  }
  return middles;
}

/** Index of the first of the ascending times that is not before the time. */
function firstFrom(times: Float64Array, timeMs: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? NaN) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function middleOf(item: Interval | number): number {
  return typeof item === "number" ? item : middleMs(item);
}

/** True for an item whose middle lies in the block. */
function liesIn(item: Interval | number, block: Interval): boolean {
  const middle = middleOf(item);
  return middle >= block.startMs && middle < block.endMs;
}

/** Runs are cut at the edges of the block: what lies outside stays, in two pieces where the block was inside a run. */
export function cutRuns(runs: readonly Interval[], block: Interval): Interval[] {
  const left: Interval[] = [];
  for (const run of runs) {
    if (overlapMs(run, block) === 0) {
      left.push(run);
      continue;
    }
    if (run.startMs < block.startMs) left.push({ startMs: run.startMs, endMs: block.startMs });
    if (block.endMs < run.endMs) left.push({ startMs: block.endMs, endMs: run.endMs });
  }
  return left;
}

/**
 * Pauses lose the time that lies in the block, as if the recording had been cut and joined there; what is left of one
 * is a pause as long as it is 250 ms. So T, less the pauses, stays the time of speech.
 */
export function cutPauses(pauses: readonly Pause[], block: Interval): Pause[] {
  const left: Pause[] = [];
  for (const pause of pauses) {
    const lostMs = overlapMs(pause, block);
    const leftMs = intervalMs(pause) - lostMs;
    const startMs = pause.startMs < block.startMs ? pause.startMs : block.endMs;
    if (lostMs === 0) left.push(pause);
    else if (leftMs >= SHORTEST_PAUSE_MS) left.push({ ...pause, startMs, endMs: startMs + leftMs });
  }
  return left;
}
