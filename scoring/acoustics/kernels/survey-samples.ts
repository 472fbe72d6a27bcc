import type { SampleSurvey } from "@/scoring/acoustics/acoustic-kernels";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";

/** Samples that stand in kernel memory at a time. */
const BLOCK_SAMPLES = 65_536;

/** Looks once at every sample of a recording. */
export function surveySamples({ kernels, memory }: KernelInstance, samples: Float32Array): SampleSurvey {
  const [block] = memory.layOut(4 * BLOCK_SAMPLES);
  kernels.startSurvey();
  for (let from = 0; from < samples.length; from += BLOCK_SAMPLES) {
    const part = samples.subarray(from, from + BLOCK_SAMPLES);
    memory.write(block, part);
    kernels.surveyBlock(block, part.length);
  }
  return {
    largestDeviation: kernels.largestDeviation(),
    clippedCount: kernels.clippedCount(),
    unusableCount: kernels.unusableCount(),
  };
}
