import { add, splat } from "./lanes";

/** Vectors summed in 32 bits before the sum moves to 64 bits: keeps the rounding error of long recordings small. */
const RUN: i32 = 32;

let sum: f64 = 0;
let lowest: f32 = 0;
let highest: f32 = 0;
let total: f64 = 0;

/** Starts anew: no samples yet. */
export function startSurvey(): void {
  sum = 0;
  total = 0;
  lowest = Infinity;
  highest = -Infinity;
}

/** Takes in `count` more samples (32-bit floats, finite). */
export function surveyBlock(samples: usize, count: i32): void {
  const vectors = count >> 2;
  let least = splat(lowest);
  let most = splat(highest);
  for (let first = 0; first < vectors; first += RUN) {
    let run = splat(0);
    for (let i = first; i < min(first + RUN, vectors); i++) {
      const here = v128.load(samples + ((<usize>i) << 4));
      run = add(run, here);
      least = f32x4.pmin(least, here);
      most = f32x4.pmax(most, here);
    }
    sum += <f64>f32x4.extract_lane(run, 0) + <f64>f32x4.extract_lane(run, 1);
    sum += <f64>f32x4.extract_lane(run, 2) + <f64>f32x4.extract_lane(run, 3);
  }
  for (let lane = 0; lane < 4; lane++) {
    lowest = min(lowest, laneOf(least, lane));
    highest = max(highest, laneOf(most, lane));
  }
  for (let i = vectors << 2; i < count; i++) {
    const here = load<f32>(samples + ((<usize>i) << 2));
    sum += here;
    lowest = min(lowest, here);
    highest = max(highest, here);
  }
  total += count;
}

/** Largest deviation of a sample from the mean of all; 0 for no samples. */
export function largestDeviation(): f32 {
  if (total == 0) return 0;
  const mean = sum / total;
  return <f32>max(<f64>highest - mean, mean - <f64>lowest);
}

const LANES: usize = memory.data(16, 16);

function laneOf(vector: v128, lane: i32): f32 {
  v128.store(LANES, vector);
  return load<f32>(LANES + ((<usize>lane) << 2));
}
