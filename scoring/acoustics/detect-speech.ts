import type { AcousticKernels, F0Track } from "@/scoring/acoustics/acoustic-kernels";
import { attachConsonants } from "@/scoring/acoustics/attach-consonants";
import { noiseFloor } from "@/scoring/acoustics/noise-floor";
import { quantile } from "@/scoring/acoustics/quantile";
import { runningMean } from "@/scoring/acoustics/running-mean";

/** Level of loud speech: this quantile of the voiced frames' energy, and of their excess over the background. */
const REFERENCE_QUANTILE = 0.95;
/**
 * Voiced frames must rise this far above the background, mean over bands, somewhere in the recording; a hum or steady
 * noise does not, whatever its level, dB.
 */
const LEAST_DYNAMICS_DB = 8;
/**
 * A frame stands out from the background from this excess on, dB. White and pink noise alone stay below 3.2 dB in 95 %,
 * below 4 dB in 99.9 % of their frames (mean of three), and are voiced in 0.1 %: a voiced frame needs less.
 */
const LEAST_VOICED_EXCESS_DB = 3;
const LEAST_UNVOICED_EXCESS_DB = 4;
/** Frames that the excess is averaged over: noise flickers from frame to frame, speech does not. */
const SMOOTHING_FRAMES = 3;
/** Voiced speech lies at most this far below loud speech: a weak last syllable, but not a voice in the next room, dB. */
const VOICED_RANGE_DB = 32;
/** Unvoiced consonants lie at most this far below loud speech; breathing mostly lies lower, dB. */
const UNVOICED_RANGE_DB = 34;

/** Shorter voicing is a chance period in a breath or in noise, not a vowel, frames. */
const SHORTEST_VOICING_FRAMES = 3;
/**
 * A hoarse or distant voice has periods that the F0 track rejects: a mean periodicity over five frames from here on counts
 * as voicing where the frame stands out clearly. Background noise reaches it in fewer than 5 % of its frames.
 */
const HOARSE_PERIODICITY = 0.55;
const HOARSE_SMOOTHING_FRAMES = 5;
const LEAST_HOARSE_EXCESS_DB = 6;

/**
 * In a noisy recording level decides by itself: the noise hides periods and consonants, but also breaths. Averaged over
 * 90 ms, noise alone rarely exceeds 2.8 dB. The cleaner the recording (the higher its loud voiced frames stand out), the
 * more a frame must stand out; at 30 dB, where breaths and clicks are plainly heard, none passes.
 */
const LOUD_SMOOTHING_FRAMES = 9;
const LEAST_LOUD_EXCESS_DB = 2.8;
const NOISY_BELOW_DB = 22;
const LOUD_EXCESS_SLOPE = 3.5;
/** And it lies at most this far below loud speech, dB. */
const LOUD_RANGE_DB = 21;

/**
 * Speech or not, per frame (1 or 0), from energy and voicing:
 * 1. a frame with a period that stands out from the background is speech;
 * 2. in noisy recordings, so is any loud frame that stands out for a while;
 * 3. other frames are speech when they stand out and touch such a stretch as a consonant would (see attachConsonants).
 * All limits are relative to the recording's own speech and background levels, so that gain does not matter. All 0 when
 * nothing voiced stands out: silence, noise, a constant hum. `bandDb` comes from measureBands.
 */
export function detectSpeech(
  energyDb: Float32Array,
  track: F0Track,
  bandDb: Float32Array,
  kernels: AcousticKernels,
): Uint8Array {
  const { f0Hz } = track;
  const speech = new Uint8Array(energyDb.length);
  const voicedOnly = (_: number, frame: number): boolean => !Number.isNaN(f0Hz[frame]);
  const referenceDb = quantile(energyDb.filter(voicedOnly), REFERENCE_QUANTILE);
  if (referenceDb === undefined) return speech;
  const floorDb = noiseFloor(bandDb, energyDb, f0Hz, referenceDb, kernels);
  const excess = kernels.measureExcess(bandDb, floorDb);
  const excessDb = runningMean(excess, SMOOTHING_FRAMES);
  const dynamicsDb = quantile(excessDb.filter(voicedOnly), REFERENCE_QUANTILE) ?? 0;
  if (dynamicsDb < LEAST_DYNAMICS_DB) return speech;

  const lastingExcessDb = runningMean(excess, LOUD_SMOOTHING_FRAMES);
  const leastLoudDb = LEAST_LOUD_EXCESS_DB + LOUD_EXCESS_SLOPE * Math.max(0, dynamicsDb - NOISY_BELOW_DB);
  const voicing = lastingVoicing(track, excess);
  const consonant = new Uint8Array(energyDb.length);
  for (let frame = 0; frame < energyDb.length; frame++) {
    // `as number`: all tables have one entry a frame.
    const above = excessDb[frame] as number;
    const belowDb = referenceDb - (energyDb[frame] as number);
    const voiced = voicing[frame] === 1 && above >= LEAST_VOICED_EXCESS_DB && belowDb <= VOICED_RANGE_DB;
    const loud = (lastingExcessDb[frame] as number) >= leastLoudDb && belowDb <= LOUD_RANGE_DB; // as above
    if (voiced || loud) speech[frame] = 1;
    else if (above >= LEAST_UNVOICED_EXCESS_DB && belowDb <= UNVOICED_RANGE_DB) consonant[frame] = 1;
  }
  return attachConsonants(speech, consonant);
}

/** 1 for frames in a stretch of at least SHORTEST_VOICING_FRAMES with a period. */
function lastingVoicing({ f0Hz, periodicity }: F0Track, excess: Float32Array): Uint8Array {
  const smoothPeriodicity = runningMean(periodicity, HOARSE_SMOOTHING_FRAMES);
  const excessDb = runningMean(excess, HOARSE_SMOOTHING_FRAMES);
  const voicing = new Uint8Array(f0Hz.length);
  let length = 0;
  for (let frame = 0; frame < f0Hz.length; frame++) {
    // `as number`: all tables have one entry a frame.
    const hoarse =
      (smoothPeriodicity[frame] as number) >= HOARSE_PERIODICITY &&
      (excessDb[frame] as number) >= LEAST_HOARSE_EXCESS_DB;
    length = hoarse || !Number.isNaN(f0Hz[frame]) ? length + 1 : 0;
    if (length >= SHORTEST_VOICING_FRAMES) voicing.fill(1, frame - SHORTEST_VOICING_FRAMES + 1, frame + 1);
  }
  return voicing;
}
