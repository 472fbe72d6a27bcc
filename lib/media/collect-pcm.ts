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
  // A quarter of a second of encoder padding is not "too long"; it is cut off at the end.
  const maxSamples = Math.round((maxSeconds + 0.25) * SAMPLE_RATE_HZ);
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
      for (let i = 0; i < samples.length; i++) {
        const sample = samples[i] as number; // in range
        // The usual case first: there are millions of samples.
        if (sample >= -1 && sample <= 1) store[count + i] = sample;
        else if (Number.isFinite(sample)) store[count + i] = sample > 1 ? 1 : -1;
        else silencedSamples += 1;
      }
      count += samples.length;
    },
    finish: () => ({ pcm: store.slice(0, Math.min(count, Math.round(maxSeconds * SAMPLE_RATE_HZ))), silencedSamples }),
  };
}

/** The one wording for a recording that is too long. `seconds`: its length where it is known. */
export function tooLong(maxSeconds: number, seconds: number | null): EarshotError {
  const found =
    seconds === null ? "The recording is longer" : `The recording lasts ${durationInWords(seconds)}, longer`;
  return new EarshotError("media_too_long", `${found} than the ${durationInWords(maxSeconds)} that are allowed.`);
}
