import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { attachConsonants } from "@/scoring/acoustics/attach-consonants";
import { noiseFloor } from "@/scoring/acoustics/noise-floor";
import { quantile } from "@/scoring/acoustics/quantile";

/** Level of loud speech: this quantile of the voiced frames' energy. */
const REFERENCE_QUANTILE = 0.95;
/**
 * Voiced frames must rise this far above the background, mean over bands, somewhere in the recording; a hum or steady
 * noise does not, whatever its level, dB.
 */
const LEAST_DYNAMICS_DB = 8;
/** A frame stands out from the background from this mean excess on; noise alone stays below 3.5 dB. */
const LEAST_EXCESS_DB = 4.5;
/** An excess per band counts up to this much, so that one loud band (a beep) does not make a frame speech, dB. */
const EXCESS_CAP_DB = 30;
/** Voiced speech lies at most this far below loud speech: a weak last syllable, but not a voice in the next room, dB. */
const VOICED_RANGE_DB = 32;
/** Unvoiced consonants lie at most this far below loud speech; breathing mostly lies lower, dB. */
const UNVOICED_RANGE_DB = 34;

/**
 * Speech or not, per frame (1 or 0), from energy and voicing. A frame with a fundamental that stands out from the
 * background is speech; frames without one are speech when they stand out and touch such a stretch as a consonant would
 * (see attachConsonants). All limits are relative to the recording's own speech and background levels, so that gain does
 * not matter. All 0 when nothing voiced stands out: silence, noise, a constant hum.
 */
export function detectSpeech(energyDb: Float32Array, f0Hz: Float32Array, bandDb: Float32Array): Uint8Array {
  const speech = new Uint8Array(energyDb.length);
  const referenceDb = quantile(
    energyDb.filter((_, frame) => !Number.isNaN(f0Hz[frame])),
    REFERENCE_QUANTILE,
  );
  if (referenceDb === undefined) return speech;
  const excessDb = excessOverFloor(bandDb, noiseFloor(bandDb, energyDb, referenceDb));
  const voicedExcess = excessDb.filter((_, frame) => !Number.isNaN(f0Hz[frame]));
  if ((quantile(voicedExcess, REFERENCE_QUANTILE) ?? 0) < LEAST_DYNAMICS_DB) return speech;
  const consonant = new Uint8Array(energyDb.length);
  for (let frame = 0; frame < energyDb.length; frame++) {
    // `as number`: all tables have one entry a frame.
    if ((excessDb[frame] as number) < LEAST_EXCESS_DB) continue;
    const belowDb = referenceDb - (energyDb[frame] as number);
    if (!Number.isNaN(f0Hz[frame]) && belowDb <= VOICED_RANGE_DB) speech[frame] = 1;
    else if (belowDb <= UNVOICED_RANGE_DB) consonant[frame] = 1;
  }
  return attachConsonants(speech, consonant);
}

/** Mean over the bands of the level above the background, 0 to EXCESS_CAP_DB per band, of every frame. */
function excessOverFloor(bandDb: Float32Array, floorDb: Float64Array): Float32Array {
  const excess = new Float32Array(bandDb.length / BAND_COUNT);
  for (let frame = 0; frame < excess.length; frame++) {
    let sum = 0;
    for (let band = 0; band < BAND_COUNT; band++) {
      // In range: frame and band stay inside the table.
      const above = (bandDb[frame * BAND_COUNT + band] as number) - (floorDb[band] as number);
      sum += Math.max(0, Math.min(EXCESS_CAP_DB, above));
    }
    excess[frame] = sum / BAND_COUNT;
  }
  return excess;
}
