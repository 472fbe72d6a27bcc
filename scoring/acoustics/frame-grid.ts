import { FRAME_STEP_MS, SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { WINDOW_MS } from "@/scoring/acoustics/kernels/pitch-settings";

/** Where the analysis frames lie: frame k is centred at `firstCentreMs + k * FRAME_STEP_MS`. */
export interface FrameGrid {
  readonly count: number;
  readonly firstCentreMs: number;
}

/**
 * The grid of a recording: as many 10 ms steps as whole 40 ms windows fit, centred in the recording (Praat's
 * convention, so that frames compare one to one). Recordings below 40 ms have no frame.
 */
export function frameGrid(sampleCount: number): FrameGrid {
  const durationMs = (sampleCount * 1000) / SAMPLE_RATE_HZ;
  if (durationMs < WINDOW_MS) return { count: 0, firstCentreMs: 0 };
  const count = Math.floor((durationMs - WINDOW_MS) / FRAME_STEP_MS + 1e-9) + 1;
  return { count, firstCentreMs: durationMs / 2 - ((count - 1) * FRAME_STEP_MS) / 2 };
}

/** Position of frame k's centre on the sample axis; sample i lies at i + 0.5. */
export function centreInSamples(grid: FrameGrid, frame: number): number {
  return ((grid.firstCentreMs + frame * FRAME_STEP_MS) * SAMPLE_RATE_HZ) / 1000;
}

/** The frame whose 10 ms step holds the time, clamped to the grid. Undefined for an empty grid. */
export function frameAt(grid: FrameGrid, timeMs: number): number | undefined {
  if (grid.count === 0) return undefined;
  const frame = Math.round((timeMs - grid.firstCentreMs) / FRAME_STEP_MS);
  return Math.min(grid.count - 1, Math.max(0, frame));
}

/**
 * Start of the 10 ms that frame k stands for, in whole ms. Rounded once for all frames, so that n frames are exactly
 * n * 10 ms long.
 */
export function frameStartMs(grid: FrameGrid, frame: number): number {
  return Math.round(grid.firstCentreMs - FRAME_STEP_MS / 2) + frame * FRAME_STEP_MS;
}
