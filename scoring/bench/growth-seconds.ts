/** Lengths of an answer at which its sound is measured, to show how cost grows: a remark to the longest allowed. */
export const GROWTH_SECONDS = [30, 60, 240, 900] as const;
