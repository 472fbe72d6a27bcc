/** What the compiled module offers; scoring/acoustics/kernels/kernel-module.ts says how it is called. */
export { analysePitchBlock, BLOCK_FRAMES } from "./pitch-block";
export { FREQUENCY_ROW, ORIGIN_ROW, startPath, tracePath } from "./pitch-path";
export { largestDeviation, startSurvey, surveyBlock } from "./sample-survey";

/** The first address that belongs to the caller. */
export function callersMemory(): usize {
  return __heap_base;
}
