/** Of the first retry; every further one waits up to twice as long. */
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;

/**
 * Milliseconds before retry number `retry` (0 is the first), drawn from the upper half of an exponentially growing
 * range: clients that failed together do not come back together. `random` is in [0, 1).
 */
export function backoffMs(retry: number, random: number): number {
  const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** retry);
  return ceiling / 2 + (ceiling / 2) * random;
}

/** Seconds of a Retry-After header, which holds seconds or a date; null where there is none or it is neither. */
export function retryAfterSeconds(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? "";
  if (text === "") return null;
  if (/^\d+$/.test(text)) return Number(text);
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}
