import { windowAddress } from "./autocorrelation";
import { add, maxLane, mul, splat, sub, sumLanes } from "./lanes";
import { HALF_PERIOD, HALF_WINDOW, LONGEST_PERIOD } from "./pitch-settings";

/** Mean over two longest periods around the centre of the frame that starts at an address. */
export function localMean(frame: usize): f32 {
  const from = frame + ((<usize>(HALF_WINDOW - LONGEST_PERIOD)) << 2);
  const length = 2 * LONGEST_PERIOD;
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
export function localPeak(frame: usize, mean: f32): f32 {
  const first = HALF_WINDOW - HALF_PERIOD;
  const from = frame + ((<usize>first) << 2);
  const weights = windowAddress(first);
  const last = ((<usize>(2 * HALF_PERIOD)) << 2) - 32;
  let even = splat(0);
  let odd = splat(0);
  // The last step goes over some samples again: a maximum does not mind.
  for (let i: usize = 0; i < last + 32; i += 32) {
    const at = min(i, last);
    const deviation = sub(v128.load(from + at), splat(mean));
    const next = sub(v128.load(from + at, 16), splat(mean));
    even = f32x4.pmax(even, f32x4.abs(mul(deviation, v128.load(weights + at))));
    odd = f32x4.pmax(odd, f32x4.abs(mul(next, v128.load(weights + at, 16))));
  }
  return maxLane(f32x4.pmax(even, odd));
}
