import { add, maxLane, mul, splat, sub, sumLanes } from "./lanes";

/**
 * Mean over two longest periods around the centre of the frame that starts at an address: a drifting offset would look
 * periodic (Boersma 1993, section 3.2 step 3).
 */
export function localMean(frame: usize, halfWindow: i32, longestPeriod: i32): f32 {
  const from = frame + ((<usize>(halfWindow - longestPeriod)) << 2);
  const length = 2 * longestPeriod;
  const wholeBytes = (<usize>(length & ~7)) << 2;
  let even = splat(0);
  let odd = splat(0);
  for (let i: usize = 0; i < wholeBytes; i += 32) {
    even = add(even, v128.load(from + i));
    odd = add(odd, v128.load(from + i, 16));
  }
  let rest: f32 = 0;
  for (let i = length & ~7; i < length; i++) rest += load<f32>(from + ((<usize>i) << 2));
  return (sumLanes(add(even, odd)) + rest) / <f32>length;
}

/** Largest windowed deviation from `mean` within half a longest period of the centre (Boersma 1993, section 3.2 step 3). */
export function localPeak(frame: usize, window: usize, halfWindow: i32, halfPeriod: i32, mean: f32): f32 {
  const first = (<usize>(halfWindow - halfPeriod)) << 2;
  const from = frame + first;
  const weights = window + first;
  const last = ((<usize>(2 * halfPeriod)) << 2) - 32;
  const means = splat(mean);
  let even = splat(0);
  let odd = splat(0);
  // The last step goes over some samples again: a maximum does not mind.
  for (let i: usize = 0; i < last + 32; i += 32) {
    const at = min(i, last);
    const deviation = sub(v128.load(from + at), means);
    const next = sub(v128.load(from + at, 16), means);
    even = f32x4.pmax(even, f32x4.abs(mul(deviation, v128.load(weights + at))));
    odd = f32x4.pmax(odd, f32x4.abs(mul(next, v128.load(weights + at, 16))));
  }
  return maxLane(f32x4.pmax(even, odd));
}
