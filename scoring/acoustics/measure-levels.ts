import { FRAME_STEP_MS, type AcousticLevels } from "@/scoring/acoustics/acoustic-artifacts";
import { LEVEL_FLOOR_DB } from "@/scoring/acoustics/kernels/frame-energy";
import { quantile } from "@/scoring/acoustics/quantile";
import { standardDeviation } from "@/scoring/acoustics/standard-deviation";
import { quantise } from "@/scoring/acoustics/quantise";

/** A sample beyond this counts as clipped (2.1): one step of 10-bit audio below full scale. */
const CLIPPED_ABOVE = 0.999;
/** With less non-speech than this, the noise level is taken from all frames (2.1). */
const LEAST_NON_SPEECH_MS = 1_000;
/** Automatic gain control is suspected below this spread of speech levels and above this SNR (2.1), dB. */
const GAIN_CONTROL_SD_DB = 3.5;
const GAIN_CONTROL_SNR_DB = 25;

/**
 * Recording levels after scoring-science 2.1: speech = 95th percentile of frame energy over speech, noise = 10th
 * percentile over the rest (5th of all frames when the rest is below 1 s), SNR their difference.
 */
export function measureLevels(samples: Float32Array, energyDb: Float32Array, speech: Uint8Array): AcousticLevels {
  const inSpeech = energyDb.filter((_, frame) => speech[frame] === 1);
  const outside = energyDb.filter((_, frame) => speech[frame] !== 1);
  const enoughOutside = outside.length * FRAME_STEP_MS >= LEAST_NON_SPEECH_MS;
  const noiseDb = quantise((enoughOutside ? quantile(outside, 0.1) : quantile(energyDb, 0.05)) ?? LEVEL_FLOOR_DB);
  const speechQuantile = quantile(inSpeech, 0.95);
  const speechDb = speechQuantile === undefined ? null : quantise(speechQuantile);
  const snrDb = speechDb === null ? null : quantise(speechDb - noiseDb);
  return {
    speechDb,
    noiseDb,
    snrDb,
    clippedShare: clippedShare(samples),
    gainControlSuspected:
      snrDb !== null && snrDb > GAIN_CONTROL_SNR_DB && standardDeviation(inSpeech) < GAIN_CONTROL_SD_DB,
  };
}

function clippedShare(samples: Float32Array): number {
  let clipped = 0;
  for (const sample of samples) if (Math.abs(sample) > CLIPPED_ABOVE) clipped++;
  return samples.length === 0 ? 0 : clipped / samples.length;
}
