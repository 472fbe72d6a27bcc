import type { AcousticKernels } from "@/scoring/acoustics/acoustic-kernels";
import { cleanSamples } from "@/scoring/acoustics/clean-samples";

/** A recording that can be measured, and what one look at its samples says. */
export interface SurveyedRecording {
  /** Finite; the caller's own array when nothing had to change. */
  readonly samples: Float32Array;
  /** Share of samples with |x| > .999, 0..1. */
  readonly clippedShare: number;
  /** Largest distance of a sample from the mean; 0 for no samples. */
  readonly largestDeviation: number;
}

/** Looks at every sample, and cleans the recording first (see cleanSamples) where one of them is unusable. */
export function surveyRecording(pcm: Float32Array, kernels: AcousticKernels): SurveyedRecording {
  const raw = kernels.surveySamples(pcm);
  const samples = raw.unusableCount > 0 ? cleanSamples(pcm) : pcm;
  const { clippedCount, largestDeviation } = samples === pcm ? raw : kernels.surveySamples(samples);
  return { samples, clippedShare: clippedCount / Math.max(1, samples.length), largestDeviation };
}
