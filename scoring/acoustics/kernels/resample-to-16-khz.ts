import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";

/** Phases of the filter at most: those of 11.025 kHz. Odd rates would need tables of many megabytes. */
const MOST_PHASES = 640;
/** Results of one call of the kernel, about: the input and the results stay in the processor's cache. */
const BLOCK_RESULTS = 8_192;

/**
 * A recording at another rate as 16 kHz samples (polyphase filter, see wasm/resampler.ts): round(length * 16000 / rateHz)
 * of them, the first half a sample after the start like everywhere here. Sound beyond 7 kHz, or beyond 7/8 of a lower
 * rate's half, fades. Recordings at 16 kHz come back as they are.
 *
 * @throws RangeError for a rate whose ratio to 16 kHz has more than 640 steps, such as 44,099 Hz.
 */
export function resampleTo16Khz(
  { kernels, memory }: KernelInstance,
  samples: Float32Array,
  rateHz: number,
): Float32Array {
  if (rateHz === SAMPLE_RATE_HZ) return samples;
  const divisor = Number.isInteger(rateHz) && rateHz > 0 ? greatestCommonDivisor(SAMPLE_RATE_HZ, rateHz) : 1;
  const up = SAMPLE_RATE_HZ / divisor;
  const down = rateHz / divisor;
  if (up > MOST_PHASES) {
    throw new RangeError(`cannot resample from ${rateHz} Hz: use 8, 11.025, 12, 22.05, 24, 32, 44.1, 48 or 96 kHz`);
  }
  const taps = kernels.resamplerTaps(up, down);
  const blockResults = up * Math.ceil(BLOCK_RESULTS / up);
  const blockSamples = (blockResults / up) * down;
  const [weights, block, out] = memory.layOut(4 * up * taps, 4 * (blockSamples + 2 * taps), 4 * blockResults);
  kernels.writeResampler(weights, up, down);
  const results = new Float32Array(Math.round((samples.length * up) / down));
  const padded = new Float32Array(blockSamples + 2 * taps);
  for (let first = 0, from = -taps; first < results.length; first += blockResults, from += blockSamples) {
    const part = samples.subarray(Math.max(0, from), from + padded.length);
    padded.fill(0);
    padded.set(part, Math.max(0, -from));
    memory.write(block, padded);
    const count = Math.min(blockResults, results.length - first);
    kernels.resample(block + 4 * taps, weights, up, down, out, count);
    results.set(memory.float32(out, count), first);
  }
  return results;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
