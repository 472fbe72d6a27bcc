import type { F0Track } from "@/scoring/acoustics/acoustic-kernels";
import { centreInSamples, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";
import { blockBytes, forEachBlock, HOP_SAMPLES } from "@/scoring/acoustics/kernels/sample-blocks";

/** Two samples less than the 40 ms of three longest periods (wasm/pitch-settings.ts). */
const WINDOW_SAMPLES = 638;
/** Samples of one step of the survey that finds the recording's largest deviation. */
const SURVEY_SAMPLES = 65_536;

/**
 * Fundamental frequency after Boersma 1993, "Accurate short-term analysis of the fundamental frequency and the
 * harmonics-to-noise ratio of a sampled sound", equal to Praat's "To Pitch (ac)" with the settings of
 * wasm/pitch-settings.ts. F0 (Hz, NaN: unvoiced) and periodicity of every frame of the recording's grid.
 *
 * @throws RangeError when the grid is another recording's.
 */
export function trackF0({ kernels, memory }: KernelInstance, samples: Float32Array, grid: FrameGrid): F0Track {
  const blockFrames = kernels.BLOCK_FRAMES.value;
  const frequencyRow = kernels.FREQUENCY_ROW.value;
  const originRow = kernels.ORIGIN_ROW.value;
  const windows = {
    firstSample: Math.floor(centreInSamples(grid, 0) + 0.5) - WINDOW_SAMPLES / 2,
    hopSamples: HOP_SAMPLES,
    windowSamples: WINDOW_SAMPLES,
    count: grid.count,
  };
  const [block, frequencies, origins, periodicity, f0] = memory.layOut(
    Math.max(blockBytes(windows, blockFrames), 4 * SURVEY_SAMPLES),
    grid.count * frequencyRow,
    grid.count * originRow,
    grid.count * 4,
    grid.count * 4,
  );
  const largest = largestDeviation({ kernels, memory }, samples, block);
  kernels.startPath();
  forEachBlock(memory, block, samples, windows, blockFrames, (first, frames) => {
    const ofFrames = frequencies + first * frequencyRow;
    kernels.analysePitchBlock(block, frames, largest, ofFrames, origins + first * originRow, periodicity + first * 4);
  });
  kernels.tracePath(grid.count, frequencies, origins, f0);
  return { f0Hz: memory.float32(f0, grid.count), periodicity: memory.float32(periodicity, grid.count) };
}

/** Largest deviation of a sample from the mean of the recording. */
function largestDeviation({ kernels, memory }: KernelInstance, samples: Float32Array, block: number): number {
  kernels.startSurvey();
  for (let from = 0; from < samples.length; from += SURVEY_SAMPLES) {
    const part = samples.subarray(from, from + SURVEY_SAMPLES);
    memory.write(block, part);
    kernels.surveyBlock(block, part.length);
  }
  return kernels.largestDeviation();
}
