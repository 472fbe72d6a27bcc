import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { quantile } from "@/scoring/acoustics/quantile";

/** Frames averaged before the quantile is taken (70 ms): single frames of noise scatter by several dB. */
const SMOOTHING_FRAMES = 7;
/** Share of the quietest stretches that stands for the background. */
const BACKGROUND_QUANTILE = 0.1;
/** The quantile of smoothed noise lies this far below its mean level, dB (measured on white and pink noise). */
const QUANTILE_BIAS_DB = 1.5;
/**
 * Frames more than this far below the loudest speech are a muted microphone or digital silence. They say nothing of the
 * background behind the voice and are left out, unless there is nothing else.
 */
const MUTED_BELOW_DB = 65;

/**
 * Background level of each band in dB: 10th percentile of the smoothed band levels over frames that are not muted.
 * `referenceDb` is the level of loud speech.
 */
export function noiseFloor(bandDb: Float32Array, energyDb: Float32Array, referenceDb: number): Float64Array {
  const kept = keptFrames(energyDb, referenceDb - MUTED_BELOW_DB);
  const floor = new Float64Array(BAND_COUNT);
  const smoothed = new Float64Array(kept.length);
  for (let band = 0; band < BAND_COUNT; band++) {
    smoothBand(bandDb, kept, band, smoothed);
    floor[band] = (quantile(smoothed, BACKGROUND_QUANTILE) ?? 0) + QUANTILE_BIAS_DB;
  }
  return floor;
}

function keptFrames(energyDb: Float32Array, limitDb: number): number[] {
  const all = Array.from(energyDb.keys());
  const audible = all.filter((frame) => (energyDb[frame] as number) > limitDb); // in range: frame is a key
  return audible.length >= SMOOTHING_FRAMES ? audible : all;
}

/** Running mean of one band in dB over the kept frames, shorter at both ends. */
function smoothBand(bandDb: Float32Array, kept: readonly number[], band: number, out: Float64Array): void {
  const half = (SMOOTHING_FRAMES - 1) / 2;
  // `as number`: positions are clamped to the list of kept frames, whose entries index the table.
  const level = (position: number): number => bandDb[(kept[position] as number) * BAND_COUNT + band] as number;
  let sum = 0;
  let size = 0;
  for (let position = 0; position < Math.min(half, kept.length); position++, size++) sum += level(position);
  for (let position = 0; position < kept.length; position++) {
    if (position + half < kept.length) {
      sum += level(position + half);
      size++;
    }
    if (position - half - 1 >= 0) {
      sum -= level(position - half - 1);
      size--;
    }
    out[position] = sum / size;
  }
}
