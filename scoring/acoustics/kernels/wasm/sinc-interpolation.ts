import { add, mul, splat, sumLanes } from "./lanes";

/** Samples used on either side. Praat's first pass uses 30 as well. */
export const SINC_DEPTH: i32 = 30;
/** Tabulated positions between two samples. Only these are evaluated, so that the table's values are exact. */
export const PHASES: i32 = 64;
const PHASE_BITS: i32 = 6;
const TAPS: i32 = 60;
const WEIGHTS: usize = memory.data(64 * 60 * 4, 16);

for (let phase = 0; phase < PHASES; phase++) {
  for (let tap = 0; tap < TAPS; tap++) {
    store<f32>(WEIGHTS + ((<usize>(phase * TAPS + tap)) << 2), <f32>sincWeight(<f64>phase / PHASES, tap));
  }
}

/**
 * Band-limited interpolation: the value of a sampled curve between its samples, as a sum of the 60 nearest samples
 * weighted with a Hann-tapered sinc (Boersma 1993, eq. 22). `position` counts in steps of 1/PHASES sample from the number
 * at `curve`; SINC_DEPTH samples must exist on both sides of it.
 */
export function interpolate(curve: usize, position: i32): f32 {
  let at = curve + (((position >> PHASE_BITS) - SINC_DEPTH + 1) << 2);
  let weight = WEIGHTS + ((<usize>((position & (PHASES - 1)) * TAPS)) << 2);
  let a = splat(0);
  let b = splat(0);
  let c = splat(0);
  for (let tap = 0; tap < TAPS; tap += 12) {
    a = add(a, mul(v128.load(at), v128.load(weight)));
    b = add(b, mul(v128.load(at, 16), v128.load(weight, 16)));
    c = add(c, mul(v128.load(at, 32), v128.load(weight, 32)));
    at += 48;
    weight += 48;
  }
  return sumLanes(add(add(a, b), c));
}

/** Weight of the tap-th of the 60 samples around a point that lies `fraction` after the 30th. */
function sincWeight(fraction: f64, tap: i32): f64 {
  const distance = <f64>(tap - (SINC_DEPTH - 1)) - fraction;
  if (distance == 0) return 1;
  const reach = distance <= 0 ? SINC_DEPTH + fraction : SINC_DEPTH + 1 - fraction;
  const taper = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
  return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * taper;
}
