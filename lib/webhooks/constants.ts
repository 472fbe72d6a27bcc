/** Endpoints that an organization may have, in either mode. */
export const MAX_ENDPOINTS = 20;
export const MAX_DESCRIPTION_CHARACTERS = 200;

/**
 * Seconds from one try to the next; the first is at once. Ten tries over a little more than three days, so that a receiver
 * that is down over a weekend misses nothing.
 */
export const RETRY_AFTER_SECONDS = [
  0,
  5,
  5 * 60,
  30 * 60,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * 3600),
] as const satisfies readonly number[];

/** A receiver answers within this, or the try has failed. */
export const DELIVERY_TIMEOUT_MS = 15_000;
/** How much of a receiver's answer the log keeps. */
export const KEPT_RESPONSE_CHARACTERS = 1_000;

/** How long the secret before is valid beside a new one when nothing is said, and at most. */
export const DEFAULT_OVERLAP_HOURS = 24;
export const MAX_OVERLAP_HOURS = 7 * 24;

/** Events and what became of them are kept this long. */
export const KEEP_EVENTS_MS = 30 * 24 * 3_600_000;
