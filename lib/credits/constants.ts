/** Credits are counted in whole hundredths, everywhere. */
export const CREDIT = 100;
/** What scoring an answer reserves, and at most costs. */
export const ANSWER_COST = CREDIT;
/** What each of the four dimensions costs that got a score. */
export const DIMENSION_COST = CREDIT / 4;
