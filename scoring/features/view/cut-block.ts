import { intervalMs, overlapMs, type Interval } from "@/scoring/acoustics/interval";
import type { FramesView, Pause } from "@/scoring/features/answer-view";
import { SHORTEST_PAUSE_MS } from "@/scoring/features/view/find-silent-pauses";
import { middleMs } from "@/scoring/features/view/response-window";

/** Without the items whose middle lies in the block. */
export function outsideBlock<Item extends Interval>(items: readonly Item[], block: Interval): Item[] {
  return items.filter((item) => {
    const middle = middleMs(item);
    return middle < block.startMs || middle >= block.endMs;
  });
}

/** Runs are cut at the edges of the block: what lies outside stays, in two pieces where the block was inside a run. */
export function cutRuns(runs: readonly Interval[], block: Interval): Interval[] {
  return runs.flatMap((run) => {
    if (overlapMs(run, block) === 0) return [run];
    const before = { startMs: run.startMs, endMs: block.startMs };
    const after = { startMs: block.endMs, endMs: run.endMs };
    return [before, after].filter((piece) => piece.endMs > piece.startMs);
  });
}

/**
 * Pauses lose the time that lies in the block, as if the recording had been cut and joined there; what is left of one
 * is a pause as long as it is 250 ms. So T, less the pauses, stays the time of speech.
 */
export function cutPauses(pauses: readonly Pause[], block: Interval): Pause[] {
  return pauses.flatMap((pause) => {
    const lostMs = overlapMs(pause, block);
    if (lostMs === 0) return [pause];
    const leftMs = intervalMs(pause) - lostMs;
    if (leftMs < SHORTEST_PAUSE_MS) return [];
    const startMs = pause.startMs < block.startMs ? pause.startMs : block.endMs;
    return [{ ...pause, startMs, endMs: startMs + leftMs }];
  });
}

/** Frames outside the block: two copies in a row, because the block's frames lie together. */
export function cutFrames(frames: FramesView, block: Interval): FramesView {
  const first = firstNotBefore(frames.timeMs, block.startMs);
  const end = firstNotBefore(frames.timeMs, block.endMs);
  const count = frames.timeMs.length - (end - first);
  const join = <Values extends Float64Array | Float32Array | Uint8Array>(values: Values, joined: Values): Values => {
    joined.set(values.subarray(0, first));
    joined.set(values.subarray(end), first);
    return joined;
  };
  return {
    timeMs: join(frames.timeMs, new Float64Array(count)),
    energyDb: join(frames.energyDb, new Float32Array(count)),
    speech: join(frames.speech, new Uint8Array(count)),
    semitones: join(frames.semitones, new Float32Array(count)),
    phraseEnds: outsideBlock(frames.phraseEnds, block),
  };
}

function firstNotBefore(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
