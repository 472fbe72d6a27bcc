import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";

export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** Enough for a wide screen; more would be thinner than a pixel. */
const MAX_PEAKS = 1_500;
/** Shorter gaps are stop closures, not pauses (de Jong & Bosker 2013). */
const MIN_PAUSE_MS = 250;

/**
 * The recording's loudness for drawing: the loudest 10 ms of each step as amplitude, 10^(dB/20), relative to the
 * loudest of all; 0..1. Made from the stored levels, so that no audio is needed.
 */
export function toPeaks({ frames }: AcousticArtifacts): number[] {
  const count = Math.min(MAX_PEAKS, frames.count);
  const loudest: number[] = new Array<number>(count).fill(-Infinity);
  let max = -Infinity;
  frames.energyDb.forEach((levelDb, frame) => {
    const peak = Math.floor((frame * count) / frames.count);
    loudest[peak] = Math.max(loudest[peak] ?? -Infinity, levelDb);
    max = Math.max(max, levelDb);
  });
  return loudest.map((levelDb) => Math.round(1_000 * 10 ** ((levelDb - max) / 20)) / 1_000);
}

/** Silences inside the answer of at least 250 ms. */
export function findPauses({ runs }: AcousticArtifacts): TimeSpan[] {
  return runs.slice(1).flatMap((run, index) => {
    const startMs = runs[index]?.endMs ?? run.startMs;
    return run.startMs - startMs >= MIN_PAUSE_MS ? [{ startMs, endMs: run.startMs }] : [];
  });
}
