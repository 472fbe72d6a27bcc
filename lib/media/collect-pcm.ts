import { EarshotError } from "@/lib/errors/error-codes";
import { durationInWords } from "@/lib/media/media-limits";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

const FIRST_CAPACITY = SAMPLE_RATE_HZ * 300;

export interface PcmCollector {
  /** Copies the samples: what is beyond -1..1 is cut to it, NaN and infinity become 0 and are counted. */
  push(samples: Float32Array): void;
  /** Everything so far, and how many samples had to be silenced. */
  finish(): { pcm: Float32Array; silencedSamples: number };
}

/**
 * Gathers 16 kHz samples and stops a recording that is longer than allowed, whatever its header said.
 *
 * @throws EarshotError `media_too_long` from `push`
 */
export function collectPcm(maxSeconds: number): PcmCollector {
  const maxSamples = maxSamplesOf(maxSeconds);
  let store = new Float32Array(FIRST_CAPACITY);
  let count = 0;
  let silencedSamples = 0;
  return {
    push(samples) {
      if (count + samples.length > maxSamples) throw tooLong(maxSeconds, null);
      if (count + samples.length > store.length) {
        const larger = new Float32Array(Math.min(maxSamples, Math.max(store.length * 2, count + samples.length)));
        larger.set(store.subarray(0, count));
        store = larger;
      }
      silencedSamples += settleSamples(samples, store, count);
      count += samples.length;
    },
    finish: () => ({ pcm: cutToLength(store.subarray(0, count), maxSeconds), silencedSamples }),
  };
}

/** A quarter of a second of encoder padding is not "too long"; it is cut off at the end. */
export function maxSamplesOf(maxSeconds: number): number {
  return Math.round((maxSeconds + 0.25) * SAMPLE_RATE_HZ);
}

/** A copy without what is beyond the time. */
export function cutToLength(samples: Float32Array, maxSeconds: number): Float32Array {
  return samples.slice(0, Math.round(maxSeconds * SAMPLE_RATE_HZ));
}

/**
 * Copies samples: what is beyond -1..1 is cut to it, NaN and infinity become 0.
 *
 * @param target all zeros from `at` on
 * @returns how many were silenced
 */
export function settleSamples(samples: Float32Array, target: Float32Array, at: number): number {
  let silenced = 0;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as number; // in range
    // The usual case first: there are millions of samples.
    if (sample >= -1 && sample <= 1) target[at + i] = sample;
    else if (Number.isFinite(sample)) target[at + i] = sample > 1 ? 1 : -1;
    else silenced += 1;
  }
  return silenced;
}

/** The one wording for a recording that is too long. `seconds`: its length where it is known. */
export function tooLong(maxSeconds: number, seconds: number | null): EarshotError {
  const found =
    seconds === null ? "The recording is longer" : `The recording lasts ${durationInWords(seconds)}, longer`;
  return new EarshotError("media_too_long", `${found} than the ${durationInWords(maxSeconds)} that are allowed.`);
}
