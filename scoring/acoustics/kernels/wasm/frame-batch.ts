import { BIN } from "./fft-bins";
import { loadSplat, mul, splat, sub } from "./lanes";
import { storeTransposed } from "./transpose";

/** Frames analysed at once: four lanes, and in each one frame as the real and one as the imaginary part of a signal. */
export const BATCH: i32 = 8;
/** For every frame of the batch: address of its first sample, and the mean to take off. */
const STARTS: usize = memory.data(4 * 8, 16);
const MEANS: usize = memory.data(4 * 8, 16);

/** Puts a frame into place i of the batch. */
export function setFrame(i: i32, start: usize, mean: f32): void {
  store<usize>(STARTS + ((<usize>i) << 2), start);
  store<f32>(MEANS + ((<usize>i) << 2), mean);
}

/** Makes the places from i on repeat the first frame; nobody reads their results. */
export function fillBatch(i: i32): void {
  for (; i < BATCH; i++) setFrame(i, load<usize>(STARTS), 0);
}

/**
 * Writes the batch to the bins: (sample - mean) * weight * gain, `length` (a multiple of four) samples of each frame.
 * Frames 0, 2, 4, 6 become the real, 1, 3, 5, 7 the imaginary parts of the four lanes.
 */
export function loadBatch(bins: usize, weights: usize, length: i32, gain: f32): void {
  loadHalf(bins, STARTS, MEANS, weights, length, gain);
  loadHalf(bins + 16, STARTS + 4, MEANS + 4, weights, length, gain);
}

function loadHalf(bins: usize, starts: usize, means: usize, weights: usize, length: i32, gain: f32): void {
  const s0 = load<usize>(starts);
  const s1 = load<usize>(starts, 8);
  const s2 = load<usize>(starts, 16);
  const s3 = load<usize>(starts, 24);
  const m0 = loadSplat(means);
  const m1 = loadSplat(means + 8);
  const m2 = loadSplat(means + 16);
  const m3 = loadSplat(means + 24);
  const gains = splat(gain);
  for (let i: usize = 0; i < (<usize>length) << 2; i += 16) {
    const weight = mul(v128.load(weights + i), gains);
    storeTransposed(
      mul(sub(v128.load(s0 + i), m0), weight),
      mul(sub(v128.load(s1 + i), m1), weight),
      mul(sub(v128.load(s2 + i), m2), weight),
      mul(sub(v128.load(s3 + i), m3), weight),
      bins + 8 * i,
      BIN,
    );
  }
}
