import type { LongWindowFrame } from "@/scoring/acoustics/acoustic-kernels";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";

/** Frames that one call of the kernel analyses together. */
const BATCH_FRAMES = 8;
/** Softer recordings than this hold no sound (wasm/pitch-block.ts). */
const LEAST_DEVIATION = 1e-30;

/**
 * Possible periods of frames of 100 ms whose second half starts at the given samples: see wasm/long-window.ts. Samples
 * beyond the ends count as 0. Any number of frames; eight cost hardly more than one.
 */
export function findLongPeriods(
  { kernels, memory }: KernelInstance,
  samples: Float32Array,
  middles: readonly number[],
  largestDeviation: number,
): LongWindowFrame[] {
  if (!(largestDeviation >= LEAST_DEVIATION)) return middles.map(() => ({ relativePeak: 0, candidates: [] }));
  const frameSamples = kernels.LONG_FRAME.value;
  const halfWindow = kernels.LONG_HALF_WINDOW.value;
  const resultBytes = kernels.LONG_RESULT.value;
  const [frames, results] = memory.layOut(4 * BATCH_FRAMES * frameSamples, BATCH_FRAMES * resultBytes);
  const found: LongWindowFrame[] = [];
  for (let first = 0; first < middles.length; first += BATCH_FRAMES) {
    const batch = middles.slice(first, first + BATCH_FRAMES);
    for (const [i, middle] of batch.entries()) {
      memory.write(frames + 4 * i * frameSamples, cut(samples, middle - halfWindow, frameSamples));
    }
    kernels.findLongPeriods(frames, batch.length, largestDeviation, results);
    for (const i of batch.keys()) found.push(readFrame(memory.float64(results + i * resultBytes, resultBytes / 8)));
  }
  return found;
}

/** `length` samples from `from` on, zeros beyond the ends. */
function cut(samples: Float32Array, from: number, length: number): Float32Array {
  if (from >= 0 && from + length <= samples.length) return samples.subarray(from, from + length);
  const padded = new Float32Array(length);
  padded.set(samples.subarray(Math.max(0, from), Math.max(0, from + length)), Math.min(length, Math.max(0, -from)));
  return padded;
}

function readFrame(result: Float64Array): LongWindowFrame {
  const count = result[1] ?? 0;
  const candidates: { octave: number; strength: number }[] = [];
  for (let i = 0; i < count; i++) {
    candidates.push({ octave: result[2 + 2 * i] ?? NaN, strength: result[3 + 2 * i] ?? NaN });
  }
  return { relativePeak: result[0] ?? 0, candidates };
}
