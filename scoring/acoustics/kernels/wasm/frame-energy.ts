import { powerToDb } from "./decibels";
import { add, mul, splat, sub, sumLanes } from "./lanes";
import { HOP } from "./pitch-settings";
import { SPECTRUM_WINDOW, spectrumWeight, spectrumWindow } from "./power-spectrum";

/** Lowest level that is reported: beneath the noise of 16-bit audio (-98 dB). */
const LEVEL_FLOOR_DB: f32 = -120;

let sumOfWeights: f64 = 0;
for (let i = 0; i < SPECTRUM_WINDOW; i++) sumOfWeights += spectrumWeight(i);
const UNDO_WEIGHTS: f32 = <f32>(1 / sumOfWeights);

/**
 * Level of each frame in dB relative to full scale: 10*log10 of the Hann-weighted variance over 25 ms,
 * sum w*(x - m)^2 / sum w with m = sum w*x / sum w. Variance instead of power, so that a constant offset has no level.
 * Frame f's window starts at `samples + 4 * HOP * f`; writes one 32-bit float a frame.
 */
export function measureEnergy(samples: usize, frames: i32, levels: usize): void {
  for (let frame = 0; frame < frames; frame++) {
    const variance = weightedVariance(samples + ((<usize>(frame * HOP)) << 2));
    store<f32>(levels + ((<usize>frame) << 2), f32x4.extract_lane(powerToDb(splat(variance), LEVEL_FLOOR_DB), 0));
  }
}

function weightedVariance(start: usize): f32 {
  const weights = spectrumWindow();
  let even = splat(0);
  let odd = splat(0);
  for (let i: usize = 0; i < 4 * SPECTRUM_WINDOW; i += 32) {
    even = add(even, mul(v128.load(start + i), v128.load(weights + i)));
    odd = add(odd, mul(v128.load(start + i, 16), v128.load(weights + i, 16)));
  }
  const mean = splat(sumLanes(add(even, odd)) * UNDO_WEIGHTS);
  even = splat(0);
  odd = splat(0);
  for (let i: usize = 0; i < 4 * SPECTRUM_WINDOW; i += 32) {
    const a = sub(v128.load(start + i), mean);
    const b = sub(v128.load(start + i, 16), mean);
    even = add(even, mul(mul(a, a), v128.load(weights + i)));
    odd = add(odd, mul(mul(b, b), v128.load(weights + i, 16)));
  }
  return sumLanes(add(even, odd)) * UNDO_WEIGHTS;
}
