import { BAND_COUNT, MFCC_COUNT, type AcousticKernels } from "@/scoring/acoustics/acoustic-kernels";
import { measureBandQuantiles } from "@/scoring/acoustics/kernels/band-quantiles";
import { findLongPeriods } from "@/scoring/acoustics/kernels/find-long-periods";
import { KernelMemory } from "@/scoring/acoustics/kernels/kernel-memory";
import { instantiateKernels } from "@/scoring/acoustics/kernels/kernel-module";
import { measureIntensity } from "@/scoring/acoustics/kernels/praat-intensity";
import { measureFrames } from "@/scoring/acoustics/kernels/spectral-frames";
import { resampleTo16Khz } from "@/scoring/acoustics/kernels/resample-to-16-khz";
import { surveySamples } from "@/scoring/acoustics/kernels/survey-samples";
import { trackF0 } from "@/scoring/acoustics/kernels/track-f0";

let shared: AcousticKernels | undefined;

/**
 * The compiled kernels, made at the first call. One instance does for a thread: a call ends before the next one starts,
 * and nothing of a recording is kept.
 */
export function wasmKernels(): AcousticKernels {
  shared ??= createKernels();
  return shared;
}

function createKernels(): AcousticKernels {
  const kernels = instantiateKernels();
  const memory = new KernelMemory(kernels);
  const instance = { kernels, memory };
  return {
    surveySamples: (samples) => surveySamples(instance, samples),
    trackF0: (samples, grid, largestDeviation) => trackF0(instance, samples, grid, largestDeviation),
    findLongPeriods: (samples, middles, largest) => findLongPeriods(instance, samples, middles, largest),
    measureEnergy: (samples, grid) => measureFrames(instance, samples, grid, 1, kernels.measureEnergy),
    measureBands: (samples, grid) => measureFrames(instance, samples, grid, BAND_COUNT, kernels.measureBands),
    measureMfcc: (samples, grid) => measureFrames(instance, samples, grid, MFCC_COUNT, kernels.measureMfcc),
    measureBandQuantiles: (bandDb, frames, width, share) =>
      measureBandQuantiles(instance, bandDb, frames, width, share),
    measureExcess(bandDb, floorDb) {
      const frameCount = bandDb.length / BAND_COUNT;
      const [levels, floor, excess] = memory.layOut(4 * bandDb.length, 8 * BAND_COUNT, 4 * frameCount);
      memory.write(levels, bandDb);
      memory.writeFloat64(floor, floorDb);
      kernels.measureExcess(levels, floor, frameCount, excess);
      return memory.float32(excess, frameCount);
    },
    measureSpectralChange(bandDb, frameCount) {
      const [levels, changes] = memory.layOut(4 * bandDb.length, 4 * frameCount);
      memory.write(levels, bandDb);
      kernels.measureSpectralChange(levels, frameCount, changes);
      return memory.float32(changes, frameCount);
    },
    measureIntensity: (samples) => measureIntensity(instance, samples),
    resampleTo16Khz: (samples, rateHz) => resampleTo16Khz(instance, samples, rateHz),
  };
}
