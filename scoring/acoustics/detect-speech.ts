import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { attachConsonants } from "@/scoring/acoustics/attach-consonants";
import { noiseFloor } from "@/scoring/acoustics/noise-floor";
import { runningMean } from "@/scoring/acoustics/running-mean";
import { quantile } from "@/scoring/acoustics/quantile";

/** Level of loud speech: this quantile of the voiced frames' energy. */
const REFERENCE_QUANTILE = 0.95;
/**
 * Voiced frames must rise this far above the background, mean over bands, somewhere in the recording; a hum or steady
 * noise does not, whatever its level, dB.
 */
const LEAST_DYNAMICS_DB = 8;
/**
 * A frame stands out from the background from this excess on, dB. White and pink noise alone stay below 3.2 dB in 95 %,
 * below 4 dB in 99.9 % of their frames, and are voiced in 0.1 %: a voiced frame needs less.
 */
const LEAST_VOICED_EXCESS_DB = 3;
const LEAST_UNVOICED_EXCESS_DB = 4;
/** Shorter voicing is a chance period in a breath or in noise, not a vowel, frames. */
const SHORTEST_VOICING_FRAMES = 3;
/** Bands that decide whether a frame stands out: the six of 20 with the largest excess. */
const BANDS_THAT_COUNT = 6;
/** Frames that the excess is averaged over: noise flickers from frame to frame, speech does not. */
const SMOOTHING_FRAMES = 3;
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
  const excessDb = excessOverFloor(bandDb, noiseFloor(bandDb, energyDb, f0Hz, referenceDb));
  const voicedExcess = excessDb.filter((_, frame) => !Number.isNaN(f0Hz[frame]));
  if ((quantile(voicedExcess, REFERENCE_QUANTILE) ?? 0) < LEAST_DYNAMICS_DB) return speech;
  const voicing = lastingVoicing(f0Hz);
  const consonant = new Uint8Array(energyDb.length);
  for (let frame = 0; frame < energyDb.length; frame++) {
    const voiced = voicing[frame] === 1;
    // `as number`: all tables have one entry a frame.
    const above = excessDb[frame] as number;
    const belowDb = referenceDb - (energyDb[frame] as number);
    if (voiced && above >= LEAST_VOICED_EXCESS_DB && belowDb <= VOICED_RANGE_DB) speech[frame] = 1;
    else if (above >= LEAST_UNVOICED_EXCESS_DB && belowDb <= UNVOICED_RANGE_DB) consonant[frame] = 1;
  }
  return attachConsonants(speech, consonant);
}

/** 1 for frames in a voiced stretch of at least SHORTEST_VOICING_FRAMES. */
function lastingVoicing(f0Hz: Float32Array): Uint8Array {
  const voicing = new Uint8Array(f0Hz.length);
  let length = 0;
  for (let frame = 0; frame < f0Hz.length; frame++) {
    length = Number.isNaN(f0Hz[frame]) ? 0 : length + 1;
    if (length >= SHORTEST_VOICING_FRAMES) voicing.fill(1, frame - SHORTEST_VOICING_FRAMES + 1, frame + 1);
  }
  return voicing;
}

/**
 * How far each frame stands out from the background: mean of its BANDS_THAT_COUNT largest band excesses, averaged over
 * SMOOTHING_FRAMES frames. A voice in noise shows in a few bands only (its formants), so that a mean over all would
 * miss it.
 */
function excessOverFloor(bandDb: Float32Array, floorDb: Float64Array): Float32Array {
  const excess = new Float32Array(bandDb.length / BAND_COUNT);
  const above = new Float64Array(BAND_COUNT);
  for (let frame = 0; frame < excess.length; frame++) {
    for (let band = 0; band < BAND_COUNT; band++) {
      // In range: frame and band stay inside the tables.
      const difference = (bandDb[frame * BAND_COUNT + band] as number) - (floorDb[band] as number);
      above[band] = Math.max(0, Math.min(EXCESS_CAP_DB, difference));
    }
    above.sort();
    let sum = 0;
    for (let band = BAND_COUNT - BANDS_THAT_COUNT; band < BAND_COUNT; band++) sum += above[band] as number;
    excess[frame] = sum / BANDS_THAT_COUNT;
  }
  return runningMean(excess, SMOOTHING_FRAMES);
}
