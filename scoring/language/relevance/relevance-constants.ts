/**
 * Constants of relevance (scoring-science 5.3), measured on pairs without labels: 20 answers written for this project
 * and 92 answers of mock job interviews (MIT/ROC-HCI) with questions of another family (2,840 mismatched pairs), and
 * 50 other conversations (NICT JLE, 650 pairs); English, wink-sg-100d.
 */

/** Standard deviation over mismatched pairs of r1 and of r2, each less the prompt's own baseline. */
export const RELEVANCE_SD = { r1: 0.14, r2: 0.08 } as const;

/** Slope and intercept of 5.3. */
export const RELEVANCE_SLOPE = 1.2;
export const RELEVANCE_INTERCEPT = -0.3;

/** Below: `off_topic`. Second percentile of REL over the matched pairs of real interviews (.22), rounded down. */
export const RELEVANCE_FLOOR = 0.2;

/**
 * REL of a stretch of about 50 tokens from which on what is said there counts in full as an answer to the question: the
 * median stretch of replies of real mock interviews to their own question. At the floor it does not count at all; the way
 * in between is linear, because single stretches of real replies are hard to tell from talk about other work questions.
 */
export const FULL_TOPIC_CREDIT = 0.7;

/** More of the answer than this copied from the prompt: `off_topic`, `repeats_question` (5.3 point 5). */
export const MAX_COPIED_SHARE = 0.6;

/** Fewer tokens than this: no statement (5.3 point 5). */
export const MIN_RELEVANCE_TOKENS = 30;
