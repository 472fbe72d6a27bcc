import { intervalMs, overlapMs, type Interval } from "@/scoring/acoustics/interval";
import type { Pause } from "@/scoring/features/answer-view";
import { SHORTEST_PAUSE_MS } from "@/scoring/features/view/find-silent-pauses";
import { keepOthers } from "@/scoring/features/view/keep-others";
import { middleMs } from "@/scoring/features/view/response-window";

/** Without the items whose middle lies in the block. */
export function outsideBlock<Item extends Interval>(items: readonly Item[], block: Interval): readonly Item[] {
  return keepOthers(items, (item) => liesIn(item, block)).kept;
}

/** True for an item whose middle lies in the block. */
export function liesIn(item: Interval, block: Interval): boolean {
  const middle = middleMs(item);
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
