import { intervalMs, type Interval } from "@/scoring/acoustics/interval";

/** scoring-science 2.9. */
const BLOCK_MS = 15_000;
const MAX_BLOCKS = 16;
/** What is left of a run that began before the question ended and is shorter than this is the question's last sound. */
const SHORTEST_OVERLAP_MS = 250;

/** Speech after the end of the question; all of it when the question is not on the recording. */
export function answerRuns(runs: readonly Interval[], promptEndMs: number | null): readonly Interval[] {
  if (promptEndMs === null) return runs;
  return runs.flatMap((run) => {
    if (run.startMs >= promptEndMs) return [run];
    const rest = { startMs: promptEndMs, endMs: run.endMs };
    return intervalMs(rest) >= SHORTEST_OVERLAP_MS ? [rest] : [];
  });
}

/** From the start of the first run to the end of the last (2.2); empty at 0 without speech. */
export function responseWindow(runs: readonly Interval[]): Interval {
  return { startMs: runs[0]?.startMs ?? 0, endMs: runs.at(-1)?.endMs ?? 0 };
}

/**
 * The window in K = floor(T / 15 s) blocks, at most 16, all of the same length T / K: 15 s or a little more, longer
 * where the answer is longer than four minutes. Together they are the window, so that the jackknife leaves out every
 * part of it once. None when T < 15 s.
 */
export function splitIntoBlocks(window: Interval): Interval[] {
  const lengthMs = intervalMs(window);
  const count = Math.min(MAX_BLOCKS, Math.floor(lengthMs / BLOCK_MS));
  const edge = (i: number): number => window.startMs + Math.round((i * lengthMs) / count);
  return Array.from({ length: count }, (_, i) => ({ startMs: edge(i), endMs: edge(i + 1) }));
}

/** Middle of a stretch: decides in which block, run or pause something lies. */
export function middleMs(interval: Interval): number {
  return (interval.startMs + interval.endMs) / 2;
}
