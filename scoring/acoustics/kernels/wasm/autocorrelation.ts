import { BIN, IMAGINARY } from "./fft-bins";
import { joinInPlace } from "./fft-join";
import { splitInPlace } from "./fft-split";
import { BATCH, loadBatch } from "./frame-batch";
import { add, loadSplat, mul, splat, sub } from "./lanes";
import { COMPUTED_LAGS, FFT_LENGTH, HALF_WINDOW } from "./pitch-settings";
import { storeTransposed } from "./transpose";
import { writeHannWindow } from "./windows";

/** Lags left of 0 that are stored too, mirrored, because interpolation near lag 2 reads them. */
export const MIRRORED_LAGS: i32 = 32;
/** Bytes of one frame's autocorrelation: lags -MIRRORED_LAGS .. COMPUTED_LAGS - 1. */
export const ROW: usize = 4 * (32 + 248);

const WINDOW_LENGTH: i32 = 2 * HALF_WINDOW;
/** The window, and zeros up to a multiple of four. */
const PADDED_WINDOW_LENGTH: i32 = 640;
const WINDOW: usize = memory.data(4 * 640, 16);
/** 1 / normalised autocorrelation of the window, by lag. */
const UNDO_TAPER: usize = memory.data(4 * 248, 16);
const BINS: usize = memory.data(32 * 1024, 64);
/** BATCH rows; row f is frame f's normalised autocorrelation. */
export const ROWS: usize = memory.data(8 * 4 * (32 + 248), 16);

writeHannWindow(WINDOW, WINDOW_LENGTH);
for (let lag = 0; lag < COMPUTED_LAGS; lag++) {
  store<f32>(UNDO_TAPER + ((<usize>lag) << 2), <f32>(windowCorrelation(0) / windowCorrelation(lag)));
}

/** sum_i w[i] * w[i + lag]. */
function windowCorrelation(lag: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i + lag < WINDOW_LENGTH; i++) {
    sum += <f64>load<f32>(windowAddress(i)) * <f64>load<f32>(windowAddress(i + lag));
  }
  return sum;
}

/** Where the window's weight i stands. */
export function windowAddress(i: i32): usize {
  return WINDOW + ((<usize>i) << 2);
}

/**
 * Normalised autocorrelation of the batch: r(L) = [ra(L)/ra(0)] / [rw(L)/rw(0)], where ra is the windowed frame's and rw
 * the window's own autocorrelation (Boersma 1993, eq. 9). The division undoes the window's taper, so that a periodic frame
 * has r = 1 at its period. A frame without energy gives zeros.
 *
 * ra is the inverse transform of the power spectrum (Wiener-Khinchin; Boersma 1993, section 3.2 step 3). Both frames of a
 * lane share one transform there and one back: the power spectra are real and even, so that their transforms do not mix.
 *
 * `gain` scales the samples, so that neither very soft nor very loud recordings leave the range of 32-bit floats.
 */
export function correlateBatch(gain: f32): void {
  loadBatch(BINS, WINDOW, PADDED_WINDOW_LENGTH, gain);
  splitInPlace(BINS, FFT_LENGTH, PADDED_WINDOW_LENGTH);
  replaceByPower();
  joinInPlace(BINS, FFT_LENGTH, COMPUTED_LAGS);
  storeRows();
}

/**
 * Replaces Z = A + iB, the transform of both frames of a lane, by |A|^2 + i|B|^2. With Z' = Z[-k]: A = (Z + conj Z')/2 and
 * B = (Z - conj Z')/2i; the factor 1/4 cancels in the normalisation. In bit-reversed order bins k and -k stand in mirrored
 * places of each block [2^j, 2^(j+1)).
 */
function replaceByPower(): void {
  powerOfPair(BINS, BINS);
  for (let block = BIN; block < <usize>FFT_LENGTH * BIN; block <<= 1) {
    let p = BINS + block;
    let q = BINS + 2 * block - BIN;
    for (; p <= q; p += BIN, q -= BIN) powerOfPair(p, q);
  }
}

function powerOfPair(p: usize, q: usize): void {
  const aR = add(v128.load(p), v128.load(q));
  const aI = sub(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY));
  const bR = add(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY));
  const bI = sub(v128.load(q), v128.load(p));
  const powerA = add(mul(aR, aR), mul(aI, aI));
  const powerB = add(mul(bR, bR), mul(bI, bI));
  v128.store(p, powerA);
  v128.store(p, powerB, IMAGINARY);
  v128.store(q, powerA);
  v128.store(q, powerB, IMAGINARY);
}

/** Normalises the wanted lags and writes both frames of every lane as rows. */
function storeRows(): void {
  storeHalf(BINS, ROWS);
  storeHalf(BINS + IMAGINARY, ROWS + ROW);
  for (let row = ROWS; row < ROWS + BATCH * ROW; row += ROW) mirror(row);
}

function storeHalf(bins: usize, rows: usize): void {
  const scale = inverse(v128.load(bins));
  for (let lag = 0; lag < COMPUTED_LAGS; lag += 4) {
    const from = bins + <usize>lag * BIN;
    const taper = UNDO_TAPER + ((<usize>lag) << 2);
    storeTransposed(
      mul(mul(v128.load(from), scale), loadSplat(taper)),
      mul(mul(v128.load(from, BIN), scale), loadSplat(taper + 4)),
      mul(mul(v128.load(from, 2 * BIN), scale), loadSplat(taper + 8)),
      mul(mul(v128.load(from, 3 * BIN), scale), loadSplat(taper + 12)),
      rows + ((<usize>(MIRRORED_LAGS + lag)) << 2),
      2 * ROW,
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
