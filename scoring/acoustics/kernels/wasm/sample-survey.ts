import { add, maxLane, minLane, splat } from "./lanes";

/** Vectors summed in 32 bits before the sum moves to 64 bits: keeps the rounding error of long recordings small. */
const RUN: usize = 16 * 32;
/** A sample beyond this counts as clipped (scoring-science 2.1): one step of 10-bit audio below full scale. */
const CLIPPED_ABOVE: f32 = 0.999;
/** Beyond +60 dB over full scale a sample is no sound; larger numbers would overflow the level tables. */
const LARGEST_SAMPLE: f32 = 1000;

const LOWEST: usize = memory.data(16, 16);
const HIGHEST: usize = memory.data(16, 16);
let sum: f64 = 0;
let total: f64 = 0;
let clipped: i32 = 0;
let unusable: i32 = 0;

/** Starts anew: no samples yet. */
export function startSurvey(): void {
  sum = 0;
  total = 0;
  clipped = 0;
  unusable = 0;
  v128.store(LOWEST, splat(Infinity));
  v128.store(HIGHEST, splat(-Infinity));
}

/** Takes in `count` more samples (32-bit floats). */
export function surveyBlock(samples: usize, count: i32): void {
  const end = samples + ((<usize>count) << 2);
  const wholeEnd = samples + ((<usize>(count & ~3)) << 2);
  for (let run = samples; run < wholeEnd; run += RUN) surveyRun(run, min(run + RUN, wholeEnd));
  for (let at = wholeEnd; at < end; at += 4) {
    const here = load<f32>(at);
    sum += here;
    v128.store(LOWEST, f32x4.pmin(v128.load(LOWEST), splat(here)));
    v128.store(HIGHEST, f32x4.pmax(v128.load(HIGHEST), splat(here)));
    clipped += <i32>(abs(here) > CLIPPED_ABOVE);
    unusable += <i32>!(abs(here) <= LARGEST_SAMPLE);
  }
  total += count;
}

function surveyRun(from: usize, end: usize): void {
  let runSum = splat(0);
  let least = v128.load(LOWEST);
  let most = v128.load(HIGHEST);
  let clippedLanes = i32x4.splat(0);
  let usableLanes = i32x4.splat(0);
  for (let at = from; at < end; at += 16) {
    const here = v128.load(at);
    const size = f32x4.abs(here);
    runSum = add(runSum, here);
    least = f32x4.pmin(least, here);
    most = f32x4.pmax(most, here);
    // A comparison's lanes are 0 or -1: subtracting counts. NaN fails every comparison.
    clippedLanes = i32x4.sub(clippedLanes, f32x4.gt(size, splat(CLIPPED_ABOVE)));
    usableLanes = i32x4.sub(usableLanes, f32x4.le(size, splat(LARGEST_SAMPLE)));
  }
  v128.store(LOWEST, least);
  v128.store(HIGHEST, most);
  sum += <f64>f32x4.extract_lane(runSum, 0) + <f64>f32x4.extract_lane(runSum, 1);
  sum += <f64>f32x4.extract_lane(runSum, 2) + <f64>f32x4.extract_lane(runSum, 3);
  clipped += sumOfCounts(clippedLanes);
  unusable += <i32>((end - from) >> 2) - sumOfCounts(usableLanes);
}

function sumOfCounts(lanes: v128): i32 {
  const pairs = i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1);
  return pairs + i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3);
}

/** Largest deviation of a sample from the mean of all; 0 for no samples. */
export function largestDeviation(): f32 {
  if (total == 0) return 0;
  const mean = sum / total;
  const lowest = minLane(v128.load(LOWEST));
  return <f32>max(<f64>maxLane(v128.load(HIGHEST)) - mean, mean - <f64>lowest);
}

/** Number of samples with |x| > .999. */
export function clippedCount(): i32 {
  return clipped;
}

/** Number of samples that are no number, infinite, or beyond 1000. */
export function unusableCount(): i32 {
  return unusable;
}
