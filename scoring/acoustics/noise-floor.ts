import { framesFromVoice } from "@/scoring/acoustics/frames-from-voice";
import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { runningMean } from "@/scoring/acoustics/running-mean";
import { quantile } from "@/scoring/acoustics/quantile";

/** Frames averaged before the quantile is taken (70 ms): single frames of noise scatter by several dB. */
const SMOOTHING_FRAMES = 7;
/** Share of the quietest stretches that stands for the background. */
const BACKGROUND_QUANTILE = 0.1;
/** The quantile of smoothed noise lies this far below its mean level, dB (measured on white and pink noise). */
const QUANTILE_BIAS_DB = 1.5;
/** Frames more than this far below the loudest speech are a muted microphone or digital silence, dB. */
const MUTED_BELOW_DB = 65;
/** Frames at least this far from every voiced frame lie in a pause: 100 ms, beyond most consonants. */
const PAUSE_DISTANCE_FRAMES = 10;
/** So many audible frames in pauses show a background that muted frames must not hide: 300 ms. */
const LEAST_BACKGROUND_FRAMES = 30;

/**
 * Background level of each band in dB: 10th percentile of the smoothed band levels. `referenceDb` is the level of loud
 * speech. Muted frames (silence that was added before an answer, a gate) are left out when the recording has a
 * background of its own in its pauses: a noisy recording stays noisy however much silence surrounds it.
 */
export function noiseFloor(
  bandDb: Float32Array,
  energyDb: Float32Array,
  f0Hz: Float32Array,
  referenceDb: number,
): Float64Array {
  const kept = backgroundFrames(energyDb, f0Hz, referenceDb - MUTED_BELOW_DB);
  const floor = new Float64Array(BAND_COUNT);
  for (let band = 0; band < BAND_COUNT; band++) {
    floor[band] = (quantile(smoothedBand(bandDb, kept, band), BACKGROUND_QUANTILE) ?? 0) + QUANTILE_BIAS_DB;
  }
  return floor;
}

/** The frames that the background is read from: the audible ones if enough of them lie in pauses, else all. */
function backgroundFrames(energyDb: Float32Array, f0Hz: Float32Array, mutedDb: number): number[] {
  const all = Array.from(energyDb.keys());
  const voiced = Uint8Array.from(f0Hz, (hz) => (Number.isNaN(hz) ? 0 : 1));
  const distance = framesFromVoice(voiced);
  // `as number`: frame is a key of the table.
  const audible = all.filter((frame) => (energyDb[frame] as number) > mutedDb);
  // `as number`: frame is a key of the table.
  const inPauses = audible.filter((frame) => (distance[frame] as number) >= PAUSE_DISTANCE_FRAMES);
  return inPauses.length >= LEAST_BACKGROUND_FRAMES ? audible : all;
}

/** One band's levels over the kept frames, smoothed. */
function smoothedBand(bandDb: Float32Array, kept: readonly number[], band: number): Float32Array {
  // In range: kept holds frames of the table.
  const levels = Float32Array.from(kept, (frame) => bandDb[frame * BAND_COUNT + band] as number);
  return runningMean(levels, SMOOTHING_FRAMES);
}
