import type { AlignedToken } from "@/lib/recognition/alignment-messages";

/** Phones can be no shorter than three frames of 10 ms in the model: squeezed to this, a word was not really there. */
const SQUEEZED_PHONE_MS = 35;
/** Shorter texts give too few words for the shares below to mean anything. */
const MIN_TOKENS = 8;
/**
 * Lowest fit of a text that belongs. Chosen and measured on 60 joined recordings of speechocean762 (48-211 s each, half
 * of them children, all second-language speakers): own text accepted 53 of 60, another speaker's text of about the same
 * length 0 of 60; of texts that were right in their first half only 32 of 60. The 7 refused are adults with
 * much speech that their text lacks (1.6-2.4 nuclei a syllable, median of the others 1.35): the words could not be placed
 * there either, 5-71 % of them fell into their own sentence.
 */
export const LOWEST_ALIGNMENT_FIT = -0.4;

/**
 * How well aligned words fit the sound, about 0 (perfect) to -1; null below eight words. Sum of three signs of a text that
 * was forced onto other speech: the time-weighted mean log probability of the words; minus the share of words squeezed
 * to the shortest path through the model; minus a quarter of the standard deviation of the log time per phone.
 */
export function alignmentFit(tokens: readonly AlignedToken[]): number | null {
  if (tokens.length < MIN_TOKENS) return null;
  let weightMs = 0;
  let weightedLog = 0;
  let squeezed = 0;
  const logPhoneMs: number[] = [];
  for (const { startMs, endMs, probability, phones } of tokens) {
    const lengthMs = Math.max(10, endMs - startMs);
    weightMs += lengthMs;
    weightedLog += Math.log(Math.max(probability, 1e-9)) * lengthMs;
    if (lengthMs / phones <= SQUEEZED_PHONE_MS) squeezed += 1;
    logPhoneMs.push(Math.log(Math.max(10, lengthMs / phones)));
  }
  return weightedLog / weightMs - squeezed / tokens.length - standardDeviation(logPhoneMs) / 4;
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
