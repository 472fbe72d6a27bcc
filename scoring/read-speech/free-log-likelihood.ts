import type { PhoneSpan } from "@/scoring/transcripts/phones";

/**
 * ln likelihood of the free phones between two times: whole spans, and of a span that reaches outside the part by time.
 *
 * @param free in order, not overlapping
 */
export function freeLogLikelihood(free: readonly PhoneSpan[], startMs: number, endMs: number): number {
  let sum = 0;
  for (const span of free) {
    const sharedMs = Math.min(span.endMs, endMs) - Math.max(span.startMs, startMs);
    if (sharedMs > 0) sum += (span.logLikelihood * sharedMs) / (span.endMs - span.startMs);
  }
  return sum;
}
