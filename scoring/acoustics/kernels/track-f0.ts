import type { F0Track } from "@/scoring/acoustics/acoustic-kernels";
import { centreInSamples, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";
import { surveySamples } from "@/scoring/acoustics/kernels/survey-samples";
import { blockBytes, forEachBlock, HOP_SAMPLES } from "@/scoring/acoustics/kernels/sample-blocks";

/** Two samples less than the 40 ms of three longest periods (wasm/pitch-settings.ts). */
const WINDOW_SAMPLES = 638;

/**
 * Fundamental frequency after Boersma 1993, "Accurate short-term analysis of the fundamental frequency and the
 * harmonics-to-noise ratio of a sampled sound", equal to Praat's "To Pitch (ac)" with the settings of
 * wasm/pitch-settings.ts. F0 (Hz, NaN: unvoiced) and periodicity of every frame of the recording's grid.
 * `largestDeviation` is surveySamples', where the caller has it.
 *
 * @throws RangeError when the grid is another recording's.
 */
export function trackF0(
  { kernels, memory }: KernelInstance,
  samples: Float32Array,
  grid: FrameGrid,
  largestDeviation = surveySamples({ kernels, memory }, samples).largestDeviation,
): F0Track {
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
    blockBytes(windows, blockFrames),
    grid.count * frequencyRow,
    grid.count * originRow,
    grid.count * 4,
    grid.count * 4,
  );
  kernels.startPath();
  forEachBlock(memory, block, samples, windows, blockFrames, (first, frames) => {
    const ofFrames = frequencies + first * frequencyRow;
    kernels.analysePitchBlock(
      block,
      frames,
      largestDeviation,
      ofFrames,
      origins + first * originRow,
      periodicity + first * 4,
    );
  });
  kernels.tracePath(grid.count, frequencies, origins, f0);
  return { f0Hz: memory.float32(f0, grid.count), periodicity: memory.float32(periodicity, grid.count) };
}
