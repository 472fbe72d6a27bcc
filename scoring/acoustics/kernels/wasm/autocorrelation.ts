import { BIN, IMAGINARY } from "./fft-bins";
import { joinInPlace } from "./fft-join";
import { splitInPlace } from "./fft-split";
import { BATCH, loadBatch } from "./frame-batch";
import { loadSplat, mul, splat } from "./lanes";
import { replaceByPower } from "./power-of-pairs";
import { storeTransposed } from "./transpose";

/** Lags left of 0 that are stored too, mirrored, because interpolation near lag 2 reads them. */
export const MIRRORED_LAGS: i32 = 32;

/** Bytes of one frame's autocorrelation: lags -MIRRORED_LAGS .. lags - 1. */
export function rowBytes(lags: i32): usize {
  return (<usize>(MIRRORED_LAGS + lags)) << 2;
}

/** Writes 1 / normalised autocorrelation of a window for each lag below `lags`. */
export function writeUndoTaper(at: usize, window: usize, length: i32, lags: i32): void {
  const atZero = windowCorrelation(window, length, 0);
  for (let lag = 0; lag < lags; lag++) {
    store<f32>(at + ((<usize>lag) << 2), <f32>(atZero / windowCorrelation(window, length, lag)));
  }
}

/** sum_i w[i] * w[i + lag]. */
function windowCorrelation(window: usize, length: i32, lag: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i + lag < length; i++) {
    const at = window + ((<usize>i) << 2);
    sum += <f64>load<f32>(at) * <f64>load<f32>(at + ((<usize>lag) << 2));
  }
  return sum;
}

/**
 * Normalised autocorrelation of the batch: r(L) = [ra(L)/ra(0)] / [rw(L)/rw(0)], where ra is the windowed frame's and rw
 * the window's own autocorrelation (Boersma 1993, eq. 9). The division undoes the window's taper, so that a periodic frame
 * has r = 1 at its period. A frame without energy gives zeros.
 *
 * ra is the inverse transform of the power spectrum (Wiener-Khinchin; Boersma 1993, section 3.2 step 3). Both frames of a
 * lane share one transform there and one back: the power spectra are real and even, so that their transforms do not mix.
 *
 * The window has `length` weights (a multiple of four, at least a quarter of `fftLength`), `undoTaper` comes from
 * writeUndoTaper. `bins` is scratch of `fftLength` bins. Writes BATCH rows (see rowBytes) of `lags` (a multiple of four, at
 * most a quarter of `fftLength`) lags each. `gain` scales the samples, so that neither very soft nor very loud recordings
 * leave the range of 32-bit floats.
 */
export function correlateBatch(
  bins: usize,
  fftLength: i32,
  window: usize,
  length: i32,
  undoTaper: usize,
  rows: usize,
  lags: i32,
  gain: f32,
): void {
  loadBatch(bins, window, length, gain);
  splitInPlace(bins, fftLength, length);
  replaceByPower(bins, fftLength);
  joinInPlace(bins, fftLength, lags);
  const row = rowBytes(lags);
  storeHalf(bins, undoTaper, rows, lags, 2 * row);
  storeHalf(bins + IMAGINARY, undoTaper, rows + row, lags, 2 * row);
  for (let i = 0; i < BATCH; i++) mirror(rows + <usize>i * row);
}

/** Normalises the lags of every second frame and writes them as rows. */
function storeHalf(bins: usize, undoTaper: usize, rows: usize, lags: i32, stride: usize): void {
  const scale = inverse(v128.load(bins));
  for (let lag = 0; lag < lags; lag += 4) {
    const from = bins + <usize>lag * BIN;
    const taper = undoTaper + ((<usize>lag) << 2);
    storeTransposed(
      mul(mul(v128.load(from), scale), loadSplat(taper)),
      mul(mul(v128.load(from, BIN), scale), loadSplat(taper + 4)),
      mul(mul(v128.load(from, 2 * BIN), scale), loadSplat(taper + 8)),
      mul(mul(v128.load(from, 3 * BIN), scale), loadSplat(taper + 12)),
      rows + ((<usize>(MIRRORED_LAGS + lag)) << 2),
      stride,
    );
  }
}

/** 1 / x; 0 where x is not above 0. */
function inverse(x: v128): v128 {
  return v128.and(f32x4.div(splat(1), x), f32x4.gt(x, splat(0)));
}

/** r(-L) = r(L). */
function mirror(row: usize): void {
  const zero = row + ((<usize>MIRRORED_LAGS) << 2);
  for (let lag: usize = 4; lag <= 4 * MIRRORED_LAGS; lag += 4) store<f32>(zero - lag, load<f32>(zero + lag));
}
