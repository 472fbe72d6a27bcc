import { framesFromVoice } from "@/scoring/acoustics/frames-from-voice";
import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { MUTED_BELOW_DB } from "@/scoring/acoustics/muted-frames";
import { runningMean } from "@/scoring/acoustics/running-mean";
import { quantile } from "@/scoring/acoustics/quantile";

/** Frames averaged before the quantile is taken (70 ms): single frames of noise scatter by several dB. */
const SMOOTHING_FRAMES = 7;
/** Share of the quietest stretches that stands for the background. */
const BACKGROUND_QUANTILE = 0.1;
/** The quantile of smoothed noise lies this far below its mean level, dB (measured on white and pink noise). */
const QUANTILE_BIAS_DB = 1.5;
/** Frames at least this far from every voiced frame lie in a pause: 100 ms, beyond most consonants. */
const PAUSE_DISTANCE_FRAMES = 10;
/** So many audible frames in pauses show a background that muted frames must not hide: 300 ms. */
const LEAST_BACKGROUND_FRAMES = 30;

/**
 * Background level of each band in dB: 10th percentile of the smoothed band levels. `referenceDb` is the level of loud
 * speech. Muted frames are left out at both ends of the recording, so that silence put before or after an answer changes
 * nothing, and also inside it when the recording has a background of its own in its pauses: a noisy recording stays noisy
 * however much of it is muted.
 */
export function noiseFloor(
  bandDb: Float32Array,
  energyDb: Float32Array,
  f0Hz: Float32Array,
  referenceDb: number,
): Float64Array {
  const kept = backgroundFrames(energyDb, f0Hz, referenceDb - MUTED_BELOW_DB);
  return Float64Array.from(levelsByBand(bandDb, kept), (levels) => {
    return (quantile(runningMean(levels, SMOOTHING_FRAMES), BACKGROUND_QUANTILE) ?? 0) + QUANTILE_BIAS_DB;
  });
}

/**
 * The frames that the background is read from: from the first to the last audible one; of these the audible ones only, if
 * enough of them lie in pauses.
 */
function backgroundFrames(energyDb: Float32Array, f0Hz: Float32Array, mutedDb: number): number[] {
  const voiced = new Uint8Array(f0Hz.length);
  for (let frame = 0; frame < f0Hz.length; frame++) voiced[frame] = Number.isNaN(f0Hz[frame]) ? 0 : 1;
  const distance = framesFromVoice(voiced);
  const audible: number[] = [];
  let inPauses = 0;
  for (let frame = 0; frame < energyDb.length; frame++) {
    // `as number`: both tables have one entry a frame.
    if (!((energyDb[frame] as number) > mutedDb)) continue;
    audible.push(frame);
    if ((distance[frame] as number) >= PAUSE_DISTANCE_FRAMES) inPauses++;
  }
  if (inPauses >= LEAST_BACKGROUND_FRAMES) return audible;
  const first = audible[0] ?? 0;
  return Array.from({ length: (audible.at(-1) ?? -1) + 1 - first }, (_, i) => first + i);
}

/** Each band's levels over the kept frames. */
function levelsByBand(bandDb: Float32Array, kept: readonly number[]): Float32Array[] {
  const bands = Array.from({ length: BAND_COUNT }, () => new Float32Array(kept.length));
  for (let i = 0; i < kept.length; i++) {
    // In range: kept holds frames of the table, and there is a list for every band.
    const from = (kept[i] as number) * BAND_COUNT;
    for (let band = 0; band < BAND_COUNT; band++) (bands[band] as Float32Array)[i] = bandDb[from + band] as number;
  }
  return bands;
}
