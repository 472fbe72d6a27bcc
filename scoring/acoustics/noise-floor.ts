import type { AcousticKernels } from "@/scoring/acoustics/acoustic-kernels";
import { framesFromVoice } from "@/scoring/acoustics/frames-from-voice";
import { MUTED_BELOW_DB } from "@/scoring/acoustics/muted-frames";

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
  kernels: AcousticKernels,
): Float64Array {
  const kept = backgroundFrames(energyDb, f0Hz, referenceDb - MUTED_BELOW_DB);
  const quantiles = kernels.measureBandQuantiles(bandDb, kept, SMOOTHING_FRAMES, BACKGROUND_QUANTILE);
  return quantiles.map((level) => level + QUANTILE_BIAS_DB);
}

/**
 * The frames that the background is read from: from the first to the last audible one; of these the audible ones only, if
 * enough of them lie in pauses.
 */
function backgroundFrames(energyDb: Float32Array, f0Hz: Float32Array, mutedDb: number): Int32Array {
  const voiced = new Uint8Array(f0Hz.length);
  // `as number`, here and below: all tables have one entry a frame.
  for (let frame = 0; frame < voiced.length; frame++) voiced[frame] = Number.isNaN(f0Hz[frame] as number) ? 0 : 1;
  const distance = framesFromVoice(voiced);
  const audible = new Int32Array(energyDb.length);
  let count = 0;
  let inPauses = 0;
  for (let frame = 0; frame < energyDb.length; frame++) {
    if (!((energyDb[frame] as number) > mutedDb)) continue;
    audible[count++] = frame;
    if ((distance[frame] as number) >= PAUSE_DISTANCE_FRAMES) inPauses++;
  }
  if (inPauses >= LEAST_BACKGROUND_FRAMES || count === 0) return audible.subarray(0, count);
  const first = audible[0] ?? 0;
  const last = audible[count - 1] ?? 0;
  return audible.subarray(0, last + 1 - first).map((_, i) => first + i);
}
