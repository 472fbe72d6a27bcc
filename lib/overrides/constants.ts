/** Decisions that one result may gather; more is a loop and no review. */
export const MAX_OVERRIDES = 100;
