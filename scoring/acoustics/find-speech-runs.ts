import { FRAME_STEP_MS } from "@/scoring/acoustics/acoustic-artifacts";
import { frameStartMs, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import { intervalMs, type Interval } from "@/scoring/acoustics/interval";

/** Shorter gaps are stop closures, not pauses (scoring-science 2.3). */
const SHORTEST_GAP_MS = 100;
/** Shorter bursts are clicks, not speech (2.3). */
const SHORTEST_RUN_MS = 60;

/**
 * Stretches of speech from the decision per frame: each frame stands for the 10 ms around its centre, gaps below 100 ms
 * are closed, then stretches below 60 ms dropped. Edges are whole milliseconds.
 */
export function findSpeechRuns(speech: Uint8Array, grid: FrameGrid): Interval[] {
  const closed: Interval[] = [];
  for (const stretch of stretches(speech, grid)) {
    const last = closed.at(-1);
    if (last !== undefined && stretch.startMs - last.endMs < SHORTEST_GAP_MS) {
      closed[closed.length - 1] = { startMs: last.startMs, endMs: stretch.endMs };
    } else closed.push(stretch);
  }
  return closed.filter((run) => intervalMs(run) >= SHORTEST_RUN_MS);
}

/** 1 for every frame whose centre lies in one of the runs. */
export function framesInRuns(runs: readonly Interval[], grid: FrameGrid): Uint8Array {
  const inside = new Uint8Array(grid.count);
  for (const run of runs) {
    const first = Math.ceil((run.startMs - grid.firstCentreMs) / FRAME_STEP_MS);
    const end = Math.ceil((run.endMs - grid.firstCentreMs) / FRAME_STEP_MS);
    inside.fill(1, Math.max(0, first), Math.max(0, end));
  }
  return inside;
}

function stretches(speech: Uint8Array, grid: FrameGrid): Interval[] {
  const found: Interval[] = [];
  for (let start = speech.indexOf(1); start >= 0;) {
    const next = speech.indexOf(0, start);
    const end = next < 0 ? speech.length : next;
    found.push({ startMs: frameStartMs(grid, start), endMs: frameStartMs(grid, end) });
    start = next < 0 ? -1 : speech.indexOf(1, next);
  }
  return found;
}
