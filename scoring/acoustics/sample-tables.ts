import type { AcousticKernels, F0Track, IntensityTrack } from "@/scoring/acoustics/acoustic-kernels";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { quantiseAll } from "@/scoring/acoustics/quantise";
import type { SurveyedRecording } from "@/scoring/acoustics/survey-recording";

/** How loud a recording is, frame by frame, altogether and by bands. */
export interface LevelTables {
  /** Of every 10 ms frame, dB relative to full scale, in steps in which it is stored. */
  readonly energyDb: Float32Array;
  /** BAND_COUNT levels of every 10 ms frame, dB relative to full scale. */
  readonly bandDb: Float32Array;
  /** For syllable nuclei, on its own grid. */
  readonly intensity: IntensityTrack;
}

/**
 * The F0 track of a recording, Hz in steps in which it is stored. It takes about twice as long as the level tables, and
 * neither needs the other: they may be made side by side.
 */
export function tabulateF0({ samples, largestDeviation }: SurveyedRecording, kernels: AcousticKernels): F0Track {
  const track = kernels.trackF0(samples, frameGrid(samples.length), largestDeviation);
  return { ...track, f0Hz: quantiseAll(track.f0Hz) };
}

/** The levels of a recording. */
export function tabulateLevels({ samples }: SurveyedRecording, kernels: AcousticKernels): LevelTables {
  const grid = frameGrid(samples.length);
  return {
    energyDb: quantiseAll(kernels.measureEnergy(samples, grid)),
    bandDb: kernels.measureBands(samples, grid),
    intensity: kernels.measureIntensity(samples),
  };
}
