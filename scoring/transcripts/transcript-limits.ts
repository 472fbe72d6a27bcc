/** A supplied transcript: 1 MB of UTF-8. Four minutes of word-timed JSON is about 60 kB. */
export const MAX_TRANSCRIPT_BYTES = 1_000_000;
/** Two hours of fast speech; an answer has a few hundred words. */
export const MAX_TRANSCRIPT_WORDS = 20_000;
/** Times beyond a day are a unit mistake (milliseconds read as seconds), not a recording. */
export const MAX_TRANSCRIPT_TIME_MS = 24 * 3_600_000;
/** Recognisers let neighbours start up to a few frames out of order; more than this is another order of words. */
export const START_ORDER_TOLERANCE_MS = 100;
