import { windowAddress, windowAt } from "./autocorrelation";
import { add, maxLane, mul, splat, sub, sumLanes } from "./lanes";
import { HALF_PERIOD, HALF_WINDOW, LONGEST_PERIOD } from "./pitch-settings";

/** Mean over two longest periods around the centre of the frame that starts at an address. */
export function localMean(frame: usize): f32 {
  const from = frame + ((<usize>(HALF_WINDOW - LONGEST_PERIOD)) << 2);
  const length = 2 * LONGEST_PERIOD;
  const vectors = length >> 2;
  let sum = splat(0);
  for (let i = 0; i < vectors; i++) sum = add(sum, v128.load(from + ((<usize>i) << 4)));
  let rest: f32 = 0;
  for (let i = 4 * vectors; i < length; i++) rest += load<f32>(from + ((<usize>i) << 2));
  return (sumLanes(sum) + rest) / <f32>length;
}

/** Largest windowed deviation from `mean` within half a longest period of the centre (Boersma 1993, section 3.2 step 3). */
export function localPeak(frame: usize, mean: f32): f32 {
  const first = HALF_WINDOW - HALF_PERIOD;
  const vectors = (2 * HALF_PERIOD) >> 2;
  const from = frame + ((<usize>first) << 2);
  const weights = windowAddress(first);
  const means = splat(mean);
  let peaks = splat(0);
  for (let i: usize = 0; i < (<usize>vectors) << 4; i += 16) {
    peaks = f32x4.pmax(peaks, f32x4.abs(mul(sub(v128.load(from + i), means), v128.load(weights + i))));
  }
  let peak = maxLane(peaks);
  for (let i = first + 4 * vectors; i < HALF_WINDOW + HALF_PERIOD; i++) {
    peak = max(peak, abs((load<f32>(frame + ((<usize>i) << 2)) - mean) * windowAt(i)));
  }
  return peak;
}
