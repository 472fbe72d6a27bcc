import type { AcousticKernels } from "@/scoring/acoustics/acoustic-kernels";
import { BandMeter } from "@/scoring/acoustics/kernels/band-levels";
import { F0Tracker } from "@/scoring/acoustics/kernels/f0-tracker";
import { measureEnergy } from "@/scoring/acoustics/kernels/frame-energy";
import { measureIntensity } from "@/scoring/acoustics/kernels/praat-intensity";
import { measureSpectralChange } from "@/scoring/acoustics/kernels/spectral-change";

/** The kernels in plain TypeScript. Scratch memory belongs to the returned object: one a thread. */
export function createTypescriptKernels(): AcousticKernels {
  const f0Tracker = new F0Tracker();
  const bandMeter = new BandMeter();
  return {
    trackF0: (samples, grid) => f0Tracker.track(samples, grid),
    measureEnergy,
    measureBands: (samples, grid) => bandMeter.measure(samples, grid),
    measureSpectralChange,
    measureIntensity,
  };
}
