import { cleanSamples } from "@/scoring/acoustics/clean-samples";

/** A sample beyond this counts as clipped (scoring-science 2.1): one step of 10-bit audio below full scale. */
const CLIPPED_ABOVE = 0.999;

/** A recording that can be measured, and what one look at its samples says. */
export interface SurveyedSamples {
  /** Finite; the caller's own array when nothing had to change. */
  readonly samples: Float32Array;
  /** Share of samples with |x| > .999, 0..1. */
  readonly clippedShare: number;
  /** Largest distance of a sample from the mean. */
  readonly largestDeviation: number;
}

/** Cleans the samples (see cleanSamples) and looks at each of them once. */
export function surveySamples(pcm: Float32Array): SurveyedSamples {
  const samples = cleanSamples(pcm);
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  let clipped = 0;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as number; // in range
    sum += sample;
    if (sample < lowest) lowest = sample;
    if (sample > highest) highest = sample;
    if (sample > CLIPPED_ABOVE || sample < -CLIPPED_ABOVE) clipped++;
  }
  if (samples.length === 0) return { samples, clippedShare: 0, largestDeviation: 0 };
  const mean = sum / samples.length;
  return {
    samples,
    clippedShare: clipped / samples.length,
    largestDeviation: Math.max(highest - mean, mean - lowest),
  };
}
