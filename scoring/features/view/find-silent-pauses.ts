import { intervalMs, type Interval } from "@/scoring/acoustics/interval";

/** Shorter gaps are not counted as silent pauses (2.3; de Jong & Bosker 2013: about 250 ms). */
export const SHORTEST_PAUSE_MS = 250;

/** Silent pauses (2.3): gaps of at least 250 ms between runs; a gap that holds a filled pause is split there. */
export function findSilentPauses(runs: readonly Interval[], filledPauses: readonly Interval[]): Interval[] {
  const pauses: Interval[] = [];
  let filler = 0;
  for (let i = 1; i < runs.length; i++) {
    let startMs = runs[i - 1]?.endMs ?? 0;
    const endMs = runs[i]?.startMs ?? 0;
    for (; (filledPauses[filler]?.startMs ?? Infinity) < endMs; filler++) {
      const filled = filledPauses[filler];
      if (filled === undefined || filled.endMs <= startMs) continue;
      addPause(pauses, startMs, filled.startMs);
      startMs = filled.endMs;
    }
    addPause(pauses, startMs, endMs);
  }
  return pauses;
}

function addPause(pauses: Interval[], startMs: number, endMs: number): void {
  const pause = { startMs, endMs };
  if (intervalMs(pause) >= SHORTEST_PAUSE_MS) pauses.push(pause);
}
