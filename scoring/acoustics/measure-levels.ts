import { FRAME_STEP_MS, type AcousticLevels } from "@/scoring/acoustics/acoustic-artifacts";
import { LEVEL_FLOOR_DB } from "@/scoring/acoustics/kernels/frame-energy";
import { MUTED_BELOW_DB } from "@/scoring/acoustics/muted-frames";
import { quantile } from "@/scoring/acoustics/quantile";
import { quantise } from "@/scoring/acoustics/quantise";
import { standardDeviation } from "@/scoring/acoustics/standard-deviation";

/** With less non-speech than this, the noise level is taken from all frames (2.1). */
const LEAST_NON_SPEECH_MS = 1_000;
/** Frames of 25 ms so near to a muted one are muted in part themselves. */
const PARTLY_MUTED_FRAMES = 2;
/** Automatic gain control is suspected below this spread of speech levels and above this SNR (2.1), dB. */
const GAIN_CONTROL_SD_DB = 3.5;
const GAIN_CONTROL_SNR_DB = 25;

/**
 * Recording levels after scoring-science 2.1: speech = 95th percentile of frame energy over speech, noise = 10th
 * percentile over the rest (5th of all frames when the rest is below 1 s), SNR their difference.
 *
 * Muted frames (more than 65 dB below the speech level: digital silence, a gate) say nothing about the noise under the
 * speech and count neither as rest nor among all: where every pause is muted, the quietest frames of the speech itself give
 * an upper bound of the noise, so that the SNR is right for a noisy recording and about 30 dB for a clean one.
 */
export function measureLevels(clippedShare: number, energyDb: Float32Array, speech: Uint8Array): AcousticLevels {
  const inSpeech = energyDb.filter((_, frame) => speech[frame] === 1);
  const speechQuantile = quantile(inSpeech, 0.95);
  const mutedDb = speechQuantile === undefined ? -Infinity : speechQuantile - MUTED_BELOW_DB;
  const noiseDb = quantise(noiseLevel(energyDb, speech, mutedDb));
  const speechDb = speechQuantile === undefined ? null : quantise(speechQuantile);
  const snrDb = speechDb === null ? null : quantise(speechDb - noiseDb);
  return {
    speechDb,
    noiseDb,
    snrDb,
    clippedShare,
    gainControlSuspected:
      snrDb !== null && snrDb > GAIN_CONTROL_SNR_DB && standardDeviation(inSpeech) < GAIN_CONTROL_SD_DB,
  };
}

function noiseLevel(energyDb: Float32Array, speech: Uint8Array, mutedDb: number): number {
  const audible: number[] = [];
  const outside: number[] = [];
  let lastMuted = -Infinity;
  for (let frame = 0; frame < energyDb.length; frame++) {
    const level = energyDb[frame] as number; // in range
    if (level <= mutedDb) lastMuted = frame;
    if (frame - lastMuted <= PARTLY_MUTED_FRAMES || isMutedSoon(energyDb, frame, mutedDb)) continue;
    audible.push(level);
    if (speech[frame] !== 1) outside.push(level);
  }
  const enoughOutside = outside.length * FRAME_STEP_MS >= LEAST_NON_SPEECH_MS;
  return (enoughOutside ? quantile(outside, 0.1) : quantile(audible, 0.05)) ?? LEVEL_FLOOR_DB;
}

function isMutedSoon(energyDb: Float32Array, frame: number, mutedDb: number): boolean {
  for (let next = frame + 1; next <= frame + PARTLY_MUTED_FRAMES; next++) {
    if ((energyDb[next] ?? Infinity) <= mutedDb) return true;
  }
  return false;
}
