import { add, mul, splat, sumLanes } from "./lanes";
import { besselI0 } from "./windows";

/** Zero crossings of the filter on either side, counted at the lower of both rates. */
const CROSSINGS: f64 = 40;
/** Middle of the filter's slope over the lower rate's half: 7.5 of 8 kHz. */
const CUTOFF: f64 = 0.9375;
/**
 * Kaiser's shape for 80 dB of attenuation: 0.1102 * (80 - 8.7). With 40 crossings the slope is then 1 kHz wide, so that
 * 0-7 kHz pass and everything from 8 kHz on is gone.
 */
const SHAPE: f64 = 7.857;

/** Samples on either side that one result is made of. */
function reach(up: i32, down: i32): f64 {
  return CROSSINGS * max<f64>(1, <f64>down / up);
}

/** Weights of one phase: two sides, rounded up to whole steps of the inner loop (16). */
export function resamplerTaps(up: i32, down: i32): i32 {
  return (2 * <i32>ceil(reach(up, down)) + 15) & ~15;
}

/**
 * Writes the filter of a change of rate by up/down (in lowest terms): `up` phases of resamplerTaps() 32-bit floats. Result
 * i lies at input position (i + 1/2) * down/up - 1/2, as both rates' samples lie in the middle of their intervals (Praat's
 * convention); its phase is i mod up. A weight is c*sinc(c*t) * I0(b*sqrt(1 - (t/reach)^2)) / I0(b), t the distance in input
 * samples (Kaiser 1974; Crochiere & Rabiner 1983); those of a phase are scaled to the sum 1.
 */
export function writeResampler(weights: usize, up: i32, down: i32): void {
  const taps = resamplerTaps(up, down);
  const cutoff = CUTOFF * min<f64>(1, <f64>up / down);
  for (let phase = 0; phase < up; phase++) {
    const position = <f64>(2 * phase * down + down - up) / (2 * up);
    const fraction = position - floor(position);
    const row = weights + ((<usize>(phase * taps)) << 2);
    let sum: f64 = 0;
    for (let tap = 0; tap < taps; tap++) {
      sum += weightAt(<f64>(tap - (taps / 2 - 1)) - fraction, cutoff, reach(up, down));
    }
    for (let tap = 0; tap < taps; tap++) {
      const weight = weightAt(<f64>(tap - (taps / 2 - 1)) - fraction, cutoff, reach(up, down));
      store<f32>(row + ((<usize>tap) << 2), <f32>(weight / sum));
    }
  }
}

function weightAt(distance: f64, cutoff: f64, half: f64): f64 {
  const x = distance / half;
  if (x * x >= 1) return 0;
  const angle = Math.PI * cutoff * distance;
  const sinc = angle == 0 ? 1 : Math.sin(angle) / angle;
  return sinc * besselI0(SHAPE * Math.sqrt(1 - x * x));
}

/**
 * Results 0..count-1 of a block that starts at a multiple of `up` results. `samples` is the address of the input sample at
 * the block's start; taps/2 samples before it and after the last one must be there (zeros beyond the recording).
 */
export function resample(samples: usize, weights: usize, up: i32, down: i32, out: usize, count: i32): void {
  const taps = resamplerTaps(up, down);
  const rowBytes = (<usize>taps) << 2;
  const before = (taps / 2 - 1) << 2;
  let phase = 0;
  let whole = 0;
  // Twice the numerator of the position, less whole samples: (2i + 1)*down - up, kept in 0 .. 2*up - 1.
  let rest = down - up;
  for (let i = 0; i < count; i++) {
    while (rest >= 2 * up) {
      rest -= 2 * up;
      whole++;
    }
    while (rest < 0) {
      rest += 2 * up;
      whole--;
    }
    const from = samples + (whole << 2) - before;
    store<f32>(out + ((<usize>i) << 2), weightedSum(from, weights + <usize>phase * rowBytes, rowBytes));
    rest += 2 * down;
    phase = phase + 1 == up ? 0 : phase + 1;
  }
}

function weightedSum(samples: usize, weights: usize, bytes: usize): f32 {
  let a = splat(0);
  let b = splat(0);
  let c = splat(0);
  let d = splat(0);
  for (let i: usize = 0; i < bytes; i += 64) {
    a = add(a, mul(v128.load(samples + i), v128.load(weights + i)));
    b = add(b, mul(v128.load(samples + i, 16), v128.load(weights + i, 16)));
    c = add(c, mul(v128.load(samples + i, 32), v128.load(weights + i, 32)));
    d = add(d, mul(v128.load(samples + i, 48), v128.load(weights + i, 48)));
  }
  return sumLanes(add(add(a, b), add(c, d)));
}
