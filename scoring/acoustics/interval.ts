/** A half-open stretch of the recording, in milliseconds from its first sample. `startMs <= endMs`. */
export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

/** Length in milliseconds. */
export function intervalMs(interval: Interval): number {
  return interval.endMs - interval.startMs;
}

/** Milliseconds that two stretches share; 0 when they do not touch. */
export function overlapMs(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));
}

/** Sum of lengths in milliseconds. */
export function totalMs(intervals: readonly Interval[]): number {
  let sum = 0;
  for (const interval of intervals) sum += intervalMs(interval);
  return sum;
}
