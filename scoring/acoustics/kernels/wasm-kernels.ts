import type { AcousticKernels } from "@/scoring/acoustics/acoustic-kernels";
import { BandMeter } from "@/scoring/acoustics/kernels/band-levels";
import { measureEnergy } from "@/scoring/acoustics/kernels/frame-energy";
import { KernelMemory } from "@/scoring/acoustics/kernels/kernel-memory";
import { instantiateKernels } from "@/scoring/acoustics/kernels/kernel-module";
import { measureIntensity } from "@/scoring/acoustics/kernels/praat-intensity";
import { measureSpectralChange } from "@/scoring/acoustics/kernels/spectral-change";
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
  const bandMeter = new BandMeter();
  return {
    trackF0: (samples, grid) => trackF0(kernels, memory, samples, grid),
    measureEnergy,
    measureBands: (samples, grid) => bandMeter.measure(samples, grid),
    measureSpectralChange,
    measureIntensity,
  };
}
