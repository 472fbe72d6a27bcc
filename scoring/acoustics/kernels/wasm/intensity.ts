import { add, mul, splat, sub, sumLanes } from "./lanes";
import { writeKaiserWindow } from "./windows";

/** Samples on either side of a frame's centre, 64 ms: Praat's window is twice 3.2 periods of the 50 Hz pitch floor. */
export const INTENSITY_HALF_WINDOW: i32 = 1024;
const WINDOW_LENGTH: i32 = 2 * INTENSITY_HALF_WINDOW + 1;
/** Level of a frame without any sound. */
const INTENSITY_FLOOR_DB: f64 = -300;
const LEAST_POWER: f64 = 1e-30;
const WINDOW: usize = memory.data(4 * 2049, 16);

writeKaiserWindow(WINDOW, INTENSITY_HALF_WINDOW);
let sumOfWeights: f64 = 0;
for (let i = 0; i < WINDOW_LENGTH; i++) sumOfWeights += load<f32>(WINDOW + ((<usize>i) << 2));

/**
 * Praat's "To Intensity: 50, 0, yes": Kaiser-weighted mean square of 128 ms, the plain mean of the stretch removed, in dB
 * relative to full scale. Praat's own values are higher by 20*log10(1 / 2e-5) = 93.98 dB, which cancels in every use.
 *
 * Frame f's window of 2049 samples starts at sample `starts[f]` (32-bit whole numbers) of the `available` ones. The first
 * and the last sample of a window may lie outside; one 0 stands in front of `samples`. Writes one 64-bit float a frame.
 */
export function measureIntensity(samples: usize, available: i32, starts: usize, frames: i32, levels: usize): void {
  for (let frame = 0; frame < frames; frame++) {
    const start = load<i32>(starts + ((<usize>frame) << 2));
    const power = framePower(samples + (start << 2), start >= 0, start + WINDOW_LENGTH <= available);
    const level = power > LEAST_POWER ? 10 * Math.log10(power) : INTENSITY_FLOOR_DB;
    store<f64>(levels + ((<usize>frame) << 3), level);
  }
}

function framePower(start: usize, hasFirst: bool, hasLast: bool): f64 {
  const last = hasLast ? load<f32>(start + ((<usize>(WINDOW_LENGTH - 1)) << 2)) : 0;
  const count = WINDOW_LENGTH - <i32>!hasFirst - <i32>!hasLast;
  const mean = (sumOf(start, WINDOW_LENGTH - 1) + last) / <f32>count;
  const means = splat(mean);
  let even = splat(0);
  let odd = splat(0);
  for (let i: usize = 0; i < 4 * (WINDOW_LENGTH - 1); i += 32) {
    const a = sub(v128.load(start + i), means);
    const b = sub(v128.load(start + i, 16), means);
    even = add(even, mul(mul(a, a), v128.load(WINDOW + i)));
    odd = add(odd, mul(mul(b, b), v128.load(WINDOW + i, 16)));
  }
  let squares = <f64>sumLanes(add(even, odd));
  // The outer samples weigh 4e-8 of the middle one, so that the sum of the weights is the same with and without them.
  const outerWeight = <f64>load<f32>(WINDOW);
  if (!hasFirst) squares -= <f64>mean * <f64>mean * outerWeight;
  if (hasLast) squares += <f64>(last - mean) * <f64>(last - mean) * outerWeight;
  return squares / sumOfWeights;
}

/** Sum of `count` samples, a multiple of 16. */
function sumOf(start: usize, count: i32): f32 {
  let a = splat(0);
  let b = splat(0);
  let c = splat(0);
  let d = splat(0);
  for (let i: usize = 0; i < (<usize>count) << 2; i += 64) {
    a = add(a, v128.load(start + i));
    b = add(b, v128.load(start + i, 16));
    c = add(c, v128.load(start + i, 32));
    d = add(d, v128.load(start + i, 48));
  }
  return sumLanes(add(add(a, b), add(c, d)));
}
