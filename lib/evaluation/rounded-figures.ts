import type { Interval95 } from "@/scoring/evaluation/statistics/bootstrap-interval";

/** Digits after the point: enough to compare, few enough to read. */
const DIGITS = 4;

/** A figure for the JSON; null stays null. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(DIGITS));
}

/** `[low, high]`, or null where there is no interval. */
export function intervalJson(interval: Interval95 | null): (number | null)[] | null {
  return interval === null ? null : [rounded(interval.low), rounded(interval.high)];
}
