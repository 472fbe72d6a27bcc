import { FRAME_STEP_MS } from "@/scoring/acoustics/acoustic-artifacts";
import type { FrameGrid } from "@/scoring/acoustics/frame-grid";
import type { Interval } from "@/scoring/acoustics/interval";
import { quantile } from "@/scoring/acoustics/quantile";

/** Limits of scoring-science 2.4 (b). */
const SHORTEST_MS = 200;
const LARGEST_F0_SD_SEMITONES = 1;
const STEADY_QUANTILE = 0.3;
const LARGEST_LEVEL_DROP_DB = 12;
/** Frames that the spectral change is averaged over: one odd frame does not end a held vowel. */
const SMOOTHING_FRAMES = 5;
/** A neighbouring F0 that is further away belongs to another stretch, semitones. */
const LARGEST_F0_STEP_SEMITONES = 1;

/** What the search reads, one entry a frame. */
export interface HesitationFrames {
  readonly energyDb: Float32Array;
  readonly f0Hz: Float32Array;
  readonly spectralChange: Float32Array;
  /** 1 inside a speech run. */
  readonly speech: Uint8Array;
}

/**
 * Stretches that sound like a held vowel ("uh", "um"): at least 200 ms voiced, F0 within 1 semitone (standard
 * deviation), spectrum as steady as the steadiest 30 % of this speaker's voiced frames, at most 12 dB below the speech
 * level. Candidates only: held vowels of ordinary words are among them, and the words decide.
 */
export function findHesitations(frames: HesitationFrames, grid: FrameGrid, speechDb: number | null): Interval[] {
  if (speechDb === null) return [];
  const change = smooth(frames.spectralChange);
  const isVoiced = (frame: number): boolean => frames.speech[frame] === 1 && !Number.isNaN(frames.f0Hz[frame]);
  const steadyLimit = quantile(
    change.filter((_, frame) => isVoiced(frame)),
    STEADY_QUANTILE,
  );
  if (steadyLimit === undefined) return [];
  // `as number` below: all tables have one entry a frame, and frames come from 0..count.
  const isSteady = (frame: number): boolean =>
    isVoiced(frame) &&
    (change[frame] as number) < steadyLimit &&
    (frames.energyDb[frame] as number) >= speechDb - LARGEST_LEVEL_DROP_DB;
  const semitones = Float32Array.from(frames.f0Hz, (hz) => 12 * Math.log2(hz));
  const found: Interval[] = [];
  for (let start = 0; start < grid.count; start++) {
    if (!isSteady(start)) continue;
    let end = start + 1;
    while (end < grid.count && isSteady(end) && f0Step(semitones, end) <= LARGEST_F0_STEP_SEMITONES) end++;
    const longEnough = (end - start) * FRAME_STEP_MS >= SHORTEST_MS;
    if (longEnough && standardDeviation(semitones.subarray(start, end)) < LARGEST_F0_SD_SEMITONES) {
      found.push({ startMs: edgeMs(grid, start), endMs: edgeMs(grid, end) });
    }
    start = end - 1;
  }
  return found;
}

function f0Step(semitones: Float32Array, frame: number): number {
  return Math.abs((semitones[frame] as number) - (semitones[frame - 1] as number)); // frame >= 1 and inside
}

function edgeMs(grid: FrameGrid, frame: number): number {
  return Math.round(grid.firstCentreMs - FRAME_STEP_MS / 2) + frame * FRAME_STEP_MS;
}

function smooth(values: Float32Array): Float32Array {
  const half = (SMOOTHING_FRAMES - 1) / 2;
  return values.map((_, i) => {
    const near = values.subarray(Math.max(0, i - half), i + half + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}

function standardDeviation(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
