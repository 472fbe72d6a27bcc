import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

const SECONDS = 30;
/** Numerical Recipes' linear congruential generator: the same noise on every machine. */
const LCG_FACTOR = 1_664_525;
const LCG_STEP = 1_013_904_223;

/**
 * Thirty seconds of made-up sound by which analyses and changes are told apart: syllable-like bursts of a gliding buzz with
 * pauses of several lengths over noise that grows. Levels wander and dips are shallow, so that much of it lies near the
 * limits of every decision and a changed rule shows.
 */
export function fixedSound(): Float32Array {
  const samples = new Float32Array(SECONDS * SAMPLE_RATE_HZ);
  let seed = 1;
  let phase = 0;
  for (let at = 0; at < samples.length; at += 1) {
    seed = (Math.imul(seed, LCG_FACTOR) + LCG_STEP) >>> 0;
    const noise = seed / 2 ** 31 - 1;
    const seconds = at / SAMPLE_RATE_HZ;
    phase = (phase + (150 + 60 * Math.sin(seconds * 1.7) + 25 * Math.sin(seconds * 5.3)) / SAMPLE_RATE_HZ) % 1;
    const talks = Math.sin(seconds * 2.1) + 0.7 * Math.sin(seconds * 0.83) > -0.6;
    const loudness = 10 ** (0.6 * Math.sin(seconds * 0.61) + 0.25 * Math.sin(seconds * 3.9) - 1.1);
    const depth = 0.5 + 0.5 * Math.sin(seconds * 0.47);
    const syllable = talks ? loudness * (1 - depth * Math.sin(seconds * 14) ** 2) : 0;
    const room = 0.0005 + (0.01 * seconds) / SECONDS;
    samples[at] = room * noise + syllable * (phase < 0.12 ? 1 : -0.14) + 0.05 * syllable * noise;
  }
  return samples;
}
