/** Below this many tokens a single hit moves a rate per 100 tokens by more than 3. */
export const MIN_RATE_TOKENS = 30;
