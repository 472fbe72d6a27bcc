import { BIN, IMAGINARY } from "./fft-bins";
import { splitInPlace } from "./fft-split";
import { loadBatch } from "./frame-batch";
import { add, mul, splat, sub } from "./lanes";
import { writeHannWindow } from "./windows";

/** The customary 25 ms of speech analysis: about two periods of a low voice, short enough for a stop consonant. */
export const SPECTRUM_WINDOW: i32 = 400;
export const SPECTRUM_LENGTH: i32 = 512;
const WINDOW: usize = memory.data(4 * 400, 16);
const BINS: usize = memory.data(32 * 512, 64);
/** Byte offset of bin k in bit-reversed order. */
const PLACES: usize = memory.data(4 * 512, 16);
/** Power of bin k = 0..256 at BIN * k: frames 0, 2, 4, 6, then frames 1, 3, 5, 7. */
export const POWERS: usize = memory.data(32 * 257, 16);

writeHannWindow(WINDOW, SPECTRUM_WINDOW);
for (let k = 0; k < SPECTRUM_LENGTH; k++) {
  let reversed = 0;
  for (let bit = 1; bit < SPECTRUM_LENGTH; bit <<= 1) {
    if (k & bit) reversed |= SPECTRUM_LENGTH / (2 * bit);
  }
  store<u32>(PLACES + ((<usize>k) << 2), reversed * <u32>BIN);
}

/** Weight i of the Hann window. */
export function spectrumWeight(i: i32): f32 {
  return load<f32>(WINDOW + ((<usize>i) << 2));
}

/** Where the window's weights stand. */
export function spectrumWindow(): usize {
  return WINDOW;
}

/** Sum of the squared weights: what the window leaves of the power of noise. */
function windowPower(): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < SPECTRUM_WINDOW; i++) sum += <f64>spectrumWeight(i) * <f64>spectrumWeight(i);
  return sum;
}

/** Makes the bins of a frame sum to its mean square; the factor 2 stands for the negative frequencies. */
const SCALE: f32 = <f32>(2 / (<f64>SPECTRUM_LENGTH * windowPower()));

/**
 * Power spectrum of the batch's frames under a Hann window: P[k] = 2*|X[k]|^2 / (length * sum w^2), so that the bins of a
 * frame sum to its mean square (Parseval). Results in POWERS. With Z = A + iB, the transform of both frames of a lane, and
 * Z' = Z[-k]: A = (Z + conj Z')/2, B = (Z - conj Z')/2i.
 */
export function measureBatch(): void {
  loadBatch(BINS, WINDOW, SPECTRUM_WINDOW, 1);
  splitInPlace(BINS, SPECTRUM_LENGTH, SPECTRUM_WINDOW);
  const quarter = splat(SCALE / 4);
  for (let k = 0; k <= SPECTRUM_LENGTH >> 1; k++) {
    const p = BINS + load<u32>(PLACES + ((<usize>k) << 2));
    const q = BINS + load<u32>(PLACES + ((<usize>((SPECTRUM_LENGTH - k) & (SPECTRUM_LENGTH - 1))) << 2));
    const aR = add(v128.load(p), v128.load(q));
    const aI = sub(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY));
    const bR = add(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY));
    const bI = sub(v128.load(q), v128.load(p));
    const at = POWERS + <usize>k * BIN;
    v128.store(at, mul(quarter, add(mul(aR, aR), mul(aI, aI))));
    v128.store(at, mul(quarter, add(mul(bR, bR), mul(bI, bI))), IMAGINARY);
  }
}
