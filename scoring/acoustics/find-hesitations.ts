import { frameStartMs, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import { framesInRuns } from "@/scoring/acoustics/find-speech-runs";
import { intervalMs, type Interval } from "@/scoring/acoustics/interval";
import { runningMean } from "@/scoring/acoustics/running-mean";
import { standardDeviation } from "@/scoring/acoustics/standard-deviation";
import { quantile } from "@/scoring/acoustics/quantile";

/** Limits of scoring-science 2.4 (b). */
const SHORTEST_MS = 200;
const LARGEST_F0_SD_SEMITONES = 1;
const STEADY_QUANTILE = 0.3;
const LARGEST_LEVEL_DROP_DB = 12;
/**
 * A filled pause stands beside a silent one; a held vowel within a phrase is emphasis. The stretch starts within this
 * time of a run's start or ends within it of a run's end. Without this condition fluent readers give four candidates a
 * minute, with it fewer than two.
 */
const LARGEST_DISTANCE_FROM_PAUSE_MS = 200;
/** Frames that the spectral change is averaged over: one odd frame does not end a held vowel. */
const SMOOTHING_FRAMES = 5;
/** A neighbouring F0 that is further away belongs to another stretch, semitones. */
const LARGEST_F0_STEP_SEMITONES = 1;

/**
 * Share of true filled pauses that the search finds, measured on 20 synthetic and 7 real ones (docs/decisions/0011). So
 * finding none says nothing, and the view does not count them until a better search has shown a better share.
 */
export const HESITATION_RECALL = 1 / 27;

/** What the search reads, one entry a frame. */
export interface HesitationFrames {
  readonly energyDb: Float32Array;
  readonly f0Hz: Float32Array;
  readonly spectralChange: Float32Array;
}

/**
 * Stretches that sound like a held vowel beside a pause ("uh", "um"): at least 200 ms voiced, F0 within 1 semitone
 * (standard deviation), spectrum as steady as the steadiest 30 % of this speaker's voiced frames, at most 12 dB below the
 * speech level. Candidates only, and few: most filled pauses are not that steady, and some held vowels of ordinary words
 * are. The words decide.
 */
export function findHesitations(
  frames: HesitationFrames,
  grid: FrameGrid,
  runs: readonly Interval[],
  speechDb: number | null,
): Interval[] {
  if (speechDb === null) return [];
  const semitones = frames.f0Hz.map((hz) => 12 * Math.log2(hz));
  const steady = steadyFrames(frames, framesInRuns(runs, grid), speechDb - LARGEST_LEVEL_DROP_DB);
  const found: Interval[] = [];
  for (let start = 0; start < grid.count; start++) {
    if (steady[start] !== 1) continue;
    let end = start + 1;
    while (steady[end] === 1 && f0Step(semitones, end) <= LARGEST_F0_STEP_SEMITONES) end++;
    const stretch = { startMs: frameStartMs(grid, start), endMs: frameStartMs(grid, end) };
    const flat = standardDeviation(semitones.subarray(start, end)) < LARGEST_F0_SD_SEMITONES;
    if (flat && intervalMs(stretch) >= SHORTEST_MS && isBesidePause(stretch, runs)) found.push(stretch);
    start = end - 1;
  }
  return found;
}

/** 1 for voiced frames of speech that are loud enough and whose spectrum hardly changes for this speaker. */
function steadyFrames(frames: HesitationFrames, speech: Uint8Array, leastDb: number): Uint8Array {
  const change = runningMean(frames.spectralChange, SMOOTHING_FRAMES);
  const voiced = speech.map((inSpeech, frame) => (inSpeech === 1 && !Number.isNaN(frames.f0Hz[frame]) ? 1 : 0));
  const limit = quantile(
    change.filter((_, frame) => voiced[frame] === 1),
    STEADY_QUANTILE,
  );
  if (limit === undefined) return new Uint8Array(voiced.length);
  // `as number`: all tables have one entry a frame.
  return voiced.map((isVoiced, frame) =>
    isVoiced === 1 && (change[frame] as number) < limit && (frames.energyDb[frame] as number) >= leastDb ? 1 : 0,
  );
}

function isBesidePause(stretch: Interval, runs: readonly Interval[]): boolean {
  return runs.some(
    (run) =>
      Math.abs(stretch.startMs - run.startMs) < LARGEST_DISTANCE_FROM_PAUSE_MS ||
      Math.abs(stretch.endMs - run.endMs) < LARGEST_DISTANCE_FROM_PAUSE_MS,
  );
}

function f0Step(semitones: Float32Array, frame: number): number {
  return Math.abs((semitones[frame] as number) - (semitones[frame - 1] as number)); // frame >= 1 and inside
}
