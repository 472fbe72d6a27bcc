import type { AlignedToken } from "@/lib/recognition/alignment-messages";

/** Phones can be no shorter than three frames of 10 ms in the model: squeezed to this, a word was not really there. */
const SQUEEZED_PHONE_MS = 35;
/** Shorter texts give too few words for the shares below to mean anything. */
const MIN_TOKENS = 8;
/**
 * Lowest fit of a text that belongs, for a pass over the whole recording. Measured with both passes of the aligner on 60
 * joined recordings of speechocean762 (half of them children, all second-language speakers): own texts 53 used, 2 fit in
 * part, 5 refused; texts of another speaker, nearest in length, 3 used, 7 fit in part, 50 refused. The fit tells the two
 * apart with an area under the curve of .937. The 7 own texts that are not used are of adults with much speech that their
 * text lacks (1.3-2.3 nuclei a syllable, median of the others 1.14): the words could not be placed there either, 5-71 %
 * of them fell into their own sentence. Of texts that were right in their first half only (the rest the other speaker's),
 * 34 of 60 were used and 12 fitted in part.
 */
export const LOWEST_ALIGNMENT_FIT = -0.4;
/**
 * The same for a pass with long pauses shortened, where texts of other speakers fit better too: at -0.4 one more of them
 * (of 60) passed, and no own text more.
 */
export const LOWEST_SQUEEZED_FIT = -0.35;

/** About a sentence or two: long enough for a fit to mean something, short enough to lie between two restarts. */
const STRETCH_TOKENS = 20;
/** A stretch that was said as it is written. */
const LOWEST_STRETCH_FIT = -0.35;
/** One of the 60 own texts lies below (-0.62). */
const LOWEST_PARTIAL_FIT = -0.6;
const LOWEST_FITTING_SHARE = 0.25;

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

/**
 * Whether a text below {@link LOWEST_ALIGNMENT_FIT} belongs in part: a quarter of its stretches of 20 words fit well.
 * The fit of the whole cannot tell: on the recordings named above, the 7 own texts that are not used have -0.62 to -0.41,
 * other speakers' texts of about the same length -0.65 to -0.38. By stretches, 2 of those 7 belong in part, as do 7 of
 * the 57 other speakers' texts that are not used, and none of the bundled answers' texts on another answer (64 pairs).
 * Share and stretch limit were chosen on part of the same recordings, so expect somewhat worse elsewhere.
 */
export function fitsInPart(tokens: readonly AlignedToken[]): boolean {
  if ((alignmentFit(tokens) ?? -Infinity) < LOWEST_PARTIAL_FIT) return false;
  const stretches = Math.max(0, tokens.length - STRETCH_TOKENS + 1);
  let fitting = 0;
  for (let first = 0; first < stretches; first += 1) {
    const fit = alignmentFit(tokens.slice(first, first + STRETCH_TOKENS)) ?? -Infinity;
    if (fit >= LOWEST_STRETCH_FIT) fitting += 1;
  }
  return stretches > 0 && fitting / stretches >= LOWEST_FITTING_SHARE;
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
