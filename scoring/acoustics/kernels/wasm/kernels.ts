/** What the compiled module offers; scoring/acoustics/kernels/kernel-module.ts says how it is called. */
export { BAND_COUNT, measureBands } from "./band-levels";
export { measureBandQuantiles, QUANTILE_KEYS } from "./band-quantiles";
export { measureExcess } from "./excess-over-floor";
export { measureEnergy } from "./frame-energy";
export { INTENSITY_HALF_WINDOW, measureIntensity } from "./intensity";
export { findLongPeriods, LONG_FRAME, LONG_HALF_WINDOW, LONG_RESULT } from "./long-window";
export { measureMfcc, MFCC_COUNT } from "./mfcc";
export { analysePitchBlock, BLOCK_FRAMES } from "./pitch-block";
export { FREQUENCY_ROW, ORIGIN_ROW, startPath, tracePath } from "./pitch-path";
export { SPECTRUM_WINDOW } from "./power-spectrum";
export { resample, resamplerTaps, writeResampler } from "./resampler";
export { clippedCount, largestDeviation, startSurvey, surveyBlock, unusableCount } from "./sample-survey";
export { measureSpectralChange } from "./spectral-change";

/** The first address that belongs to the caller. */
export function callersMemory(): usize {
  return __heap_base;
}
