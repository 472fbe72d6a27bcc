/** Answers of one's own that test keys score on a day of UTC. */
export const SANDBOX_ANSWERS_A_DAY = 50;
