import { FRAME_STEP_MS, type AcousticFrames } from "@/scoring/acoustics/acoustic-artifacts";
import { framesInRuns } from "@/scoring/acoustics/find-speech-runs";
import type { Interval } from "@/scoring/acoustics/interval";
import { cleanPitch } from "@/scoring/features/view/clean-pitch";

/** Frames of the response window, one entry a frame. */
export interface WindowFrames {
  readonly firstCentreMs: number;
  readonly energyDb: Float32Array;
  /** 1 where the frame lies in a speech run. */
  readonly speech: Uint8Array;
  /** Relative pitch (`cleanPitch`), NaN where unvoiced or outside speech. */
  readonly semitones: Float32Array;
}

/** Cuts the window out of the recording's frames and makes its pitch relative (2.7). Pitch outside speech is not kept. */
export function windowFrames(frames: AcousticFrames, runs: readonly Interval[], window: Interval): WindowFrames {
  const first = frameFrom(frames.firstCentreMs, frames.count, window.startMs);
  const end = frameFrom(frames.firstCentreMs, frames.count, window.endMs);
  const speech = framesInRuns(runs, frames).subarray(first, end);
  const f0Hz = frames.f0Hz.slice(first, end);
  for (let k = 0; k < f0Hz.length; k++) if (speech[k] === 0) f0Hz[k] = NaN;
  return {
    firstCentreMs: frames.firstCentreMs + first * FRAME_STEP_MS,
    energyDb: frames.energyDb.subarray(first, end),
    speech,
    semitones: cleanPitch(f0Hz),
  };
}

/** First and end (exclusive) frame of the window whose centres lie in the stretch. */
export function framesWithin(frames: WindowFrames, { startMs, endMs }: Interval): [first: number, end: number] {
  const count = frames.speech.length;
  return [frameFrom(frames.firstCentreMs, count, startMs), frameFrom(frames.firstCentreMs, count, endMs)];
}

/** The first frame whose centre is not before the time, at most `count`. */
function frameFrom(firstCentreMs: number, count: number, timeMs: number): number {
  return Math.min(count, Math.max(0, Math.ceil((timeMs - firstCentreMs) / FRAME_STEP_MS)));
}
