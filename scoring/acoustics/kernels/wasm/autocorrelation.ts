import { BIN, joinStages, splitInPlace, turnedIm, turnedRe, twiddleAt } from "./interleaved-fft";
import { add, loadSplat, mul, splat, sub } from "./lanes";
import { COMPUTED_LAGS, FFT_LENGTH, HALF_WINDOW } from "./pitch-settings";
import { storeTransposed } from "./transpose";
import { writeHannWindow } from "./windows";

/** Frames analysed at once: four lanes, and in each one frame as the real and one as the imaginary part. */
export const BATCH: i32 = 8;
/** Lags left of 0 that are stored too, mirrored, because interpolation near lag 2 reads them. */
export const MIRRORED_LAGS: i32 = 32;
/** Bytes of one frame's autocorrelation: lags -MIRRORED_LAGS .. COMPUTED_LAGS - 1. */
export const ROW: usize = 4 * (32 + 256);

const WINDOW_LENGTH: i32 = 2 * HALF_WINDOW;
/** The window and zeros up to a multiple of four. */
const WINDOW: usize = memory.data(4 * 640, 16);
const PADDED_WINDOW_LENGTH: i32 = 640;
/** 1 / normalised autocorrelation of the window, by lag. */
const UNDO_TAPER: usize = memory.data(4 * 256, 16);
const BINS: usize = memory.data(32 * 1024, 64);
/** BATCH rows; row f is frame f's normalised autocorrelation. */
export const ROWS: usize = memory.data(8 * 4 * (32 + 256), 16);
/** For every frame of the batch: address of its first sample, and the mean to take off. */
export const FRAME_STARTS: usize = memory.data(4 * 8, 16);
export const FRAME_MEANS: usize = memory.data(4 * 8, 16);

writeHannWindow(WINDOW, WINDOW_LENGTH);
for (let lag = 0; lag < COMPUTED_LAGS; lag++) {
  store<f32>(UNDO_TAPER + ((<usize>lag) << 2), <f32>(windowCorrelation(0) / windowCorrelation(lag)));
}

/** sum_i w[i] * w[i + lag]. */
function windowCorrelation(lag: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i + lag < WINDOW_LENGTH; i++) sum += <f64>windowAt(i) * <f64>windowAt(i + lag);
  return sum;
}

export function windowAt(i: i32): f32 {
  return load<f32>(WINDOW + ((<usize>i) << 2));
}

/** Address of the window's weight i, for vector loads. */
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
  loadWindowed(gain);
  splitInPlace(BINS, FFT_LENGTH);
  replaceByPower();
  joinStages(BINS, FFT_LENGTH, FFT_LENGTH >> 2);
  storeRows();
}

/** Takes each frame's mean off (a drifting offset would look periodic) and multiplies by the window. */
function loadWindowed(gain: f32): void {
  for (let half = 0; half < 2; half++) {
    const s0 = load<u32>(FRAME_STARTS + ((<usize>half) << 2), 0);
    const s1 = load<u32>(FRAME_STARTS + ((<usize>half) << 2), 8);
    const s2 = load<u32>(FRAME_STARTS + ((<usize>half) << 2), 16);
    const s3 = load<u32>(FRAME_STARTS + ((<usize>half) << 2), 24);
    const m0 = loadSplat(FRAME_MEANS + ((<usize>half) << 2));
    const m1 = loadSplat(FRAME_MEANS + ((<usize>half) << 2) + 8);
    const m2 = loadSplat(FRAME_MEANS + ((<usize>half) << 2) + 16);
    const m3 = loadSplat(FRAME_MEANS + ((<usize>half) << 2) + 24);
    const gains = splat(gain);
    for (let i: usize = 0; i < 4 * PADDED_WINDOW_LENGTH; i += 16) {
      const weight = mul(v128.load(WINDOW + i), gains);
      storeTransposed(
        mul(sub(v128.load(s0 + i), m0), weight),
        mul(sub(v128.load(s1 + i), m1), weight),
        mul(sub(v128.load(s2 + i), m2), weight),
        mul(sub(v128.load(s3 + i), m3), weight),
        BINS + 8 * i + 16 * half,
        BIN,
      );
    }
  }
  memory.fill(BINS + PADDED_WINDOW_LENGTH * BIN, 0, (FFT_LENGTH - PADDED_WINDOW_LENGTH) * BIN);
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
  const aI = sub(v128.load(p, 16), v128.load(q, 16));
  const bR = add(v128.load(p, 16), v128.load(q, 16));
  const bI = sub(v128.load(q), v128.load(p));
  const powerA = add(mul(aR, aR), mul(aI, aI));
  const powerB = add(mul(bR, bR), mul(bI, bI));
  v128.store(p, powerA);
  v128.store(p, powerB, 16);
  v128.store(q, powerA);
  v128.store(q, powerB, 16);
}

/**
 * The last stage of the way back, for the wanted lags only (the first quarter): X[k] = x0 + w^k*x2 + w^2k*x1 + w^3k*x3.
 * Normalises and writes both frames of every lane as rows of consecutive lags.
 */
function storeRows(): void {
  const scaleA = inverse(lagRe(0));
  const scaleB = inverse(lagIm(0));
  for (let lag = 0; lag < COMPUTED_LAGS; lag += 4) {
    const at = ROWS + ((<usize>(MIRRORED_LAGS + lag)) << 2);
    const t0 = loadSplat(UNDO_TAPER + ((<usize>lag) << 2));
    const t1 = loadSplat(UNDO_TAPER + ((<usize>lag) << 2) + 4);
    const t2 = loadSplat(UNDO_TAPER + ((<usize>lag) << 2) + 8);
    const t3 = loadSplat(UNDO_TAPER + ((<usize>lag) << 2) + 12);
    storeTransposed(
      mul(mul(lagRe(lag), scaleA), t0),
      mul(mul(lagRe(lag + 1), scaleA), t1),
      mul(mul(lagRe(lag + 2), scaleA), t2),
      mul(mul(lagRe(lag + 3), scaleA), t3),
      at,
      2 * ROW,
    );
    storeTransposed(
      mul(mul(lagIm(lag), scaleB), t0),
      mul(mul(lagIm(lag + 1), scaleB), t1),
      mul(mul(lagIm(lag + 2), scaleB), t2),
      mul(mul(lagIm(lag + 3), scaleB), t3),
      at + ROW,
      2 * ROW,
    );
  }
  for (let row = ROWS; row < ROWS + BATCH * ROW; row += ROW) mirror(row);
}

function lagRe(k: i32): v128 {
  const p = BINS + <usize>k * BIN;
  const t1 = twiddleAt(k, FFT_LENGTH);
  const t2 = twiddleAt(2 * k, FFT_LENGTH);
  const t3 = twiddleAt(3 * k, FFT_LENGTH);
  const quarter = (FFT_LENGTH >> 2) * BIN;
  const even = add(v128.load(p), turnedRe(p + quarter, loadSplat(t2), loadSplat(t2 + 4)));
  const odd1 = turnedRe(p + 2 * quarter, loadSplat(t1), loadSplat(t1 + 4));
  const odd3 = turnedRe(p + 3 * quarter, loadSplat(t3), loadSplat(t3 + 4));
  return add(even, add(odd1, odd3));
}

function lagIm(k: i32): v128 {
  const p = BINS + <usize>k * BIN;
  const t1 = twiddleAt(k, FFT_LENGTH);
  const t2 = twiddleAt(2 * k, FFT_LENGTH);
  const t3 = twiddleAt(3 * k, FFT_LENGTH);
  const quarter = (FFT_LENGTH >> 2) * BIN;
  const even = add(v128.load(p, 16), turnedIm(p + quarter, loadSplat(t2), loadSplat(t2 + 4)));
  const odd1 = turnedIm(p + 2 * quarter, loadSplat(t1), loadSplat(t1 + 4));
  const odd3 = turnedIm(p + 3 * quarter, loadSplat(t3), loadSplat(t3 + 4));
  return add(even, add(odd1, odd3));
}

/** 1 / x; 0 where x is 0. */
function inverse(x: v128): v128 {
  const positive = f32x4.gt(x, splat(0));
  return v128.and(f32x4.div(splat(1), x), positive);
}

/** r(-L) = r(L). */
function mirror(row: usize): void {
  const zero = row + ((<usize>MIRRORED_LAGS) << 2);
  for (let lag: usize = 4; lag <= 4 * MIRRORED_LAGS; lag += 4) store<f32>(zero - lag, load<f32>(zero + lag));
}
