/** A live answer that nothing is heard of for so long is given up: whoever called has gone. */
export const SILENCE_MS = 30 * 60_000;
/** No call goes on for longer; a client that sends a byte now and then must not hold one open for ever. */
export const LONGEST_CALL_MS = 6 * 3_600_000;
/** How long one that is over still says so, before it is not known any more. */
export const REMEMBER_MS = 24 * 3_600_000;
/** Live answers of one organization that are open at the same time. */
export const MAX_OPEN_LIVE_ANSWERS = 100;

/** A worker that follows a stream is believed to live for so long; it says so every third of that. */
export const LEASE_MS = 9_000;
/**
 * The verdict of a followed stream is its follower's for so long; then any worker takes it up, from the chunks. Longer
 * than a transcript without times needs to be aligned.
 */
export const HAND_OVER_SECONDS = 20;

/** A stream that nothing comes by for so long gives its place at the worker to another; its next piece claims one again. */
export const IDLE_MS = 2 * 60_000;
/** A follower keeps a completed call in memory for so long while its run waits for its turn. */
export const AWAIT_TURN_MS = 60_000;
