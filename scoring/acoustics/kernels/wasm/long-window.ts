import { correlateBatch, MIRRORED_LAGS, rowBytes, writeUndoTaper } from "./autocorrelation";
import { BATCH, fillBatch, setFrame } from "./frame-batch";
import { localMean, localPeak } from "./pitch-frame";
import { SAMPLE_RATE_HZ } from "./pitch-settings";
import { writeHannWindow } from "./windows";

/**
 * de Jong & Wempe (2009) look for periods from 30 to 450 Hz in windows of 100 ms, with a voicing threshold of .25. As Praat
 * rounds them: half a window less a sample, the longest period, half of it, the last lag searched.
 */
export const LONG_HALF_WINDOW: i32 = 799;
const LONGEST_PERIOD: i32 = 533;
const HALF_PERIOD: i32 = 267;
const LAST_LAG: i32 = 535;
const CEILING_HZ: f64 = 450;
/** Half a sample of interpolation may bring a lag below this one under the ceiling. */
const FIRST_LAG: i32 = 35;
const LAGS: i32 = 536;
const LOWEST_PEAK: f32 = 0.125;
/** Favour of higher candidates, per octave. */
const OCTAVE_COST: f64 = 0.01;

const WINDOW_LENGTH: i32 = 2 * LONG_HALF_WINDOW;
/** Samples of one frame in the caller's memory: the window and zeros up to a multiple of eight. */
export const LONG_FRAME: i32 = 1600;
/** The window, and as many zeros as lags are read, so that none wraps around, as a power of two. */
const FFT_LENGTH: i32 = 4096;
const WINDOW: usize = memory.data(4 * 1600, 16);
const UNDO_TAPER: usize = memory.data(4 * 536, 16);
const BINS: usize = memory.data(32 * 4096, 64);
const ROWS: usize = memory.data(8 * 4 * (32 + 536), 16);

writeHannWindow(WINDOW, WINDOW_LENGTH);
writeUndoTaper(UNDO_TAPER, WINDOW, WINDOW_LENGTH, LAGS);

/** Hypotheses of a frame at most: a recording of pure noise has up to thirty peaks this high. */
const LONG_CANDIDATES: i32 = 64;
/** Bytes of one frame's results: relative peak, number of candidates, then log2(Hz) and strength of each; 64-bit floats. */
export const LONG_RESULT: usize = 16 * (1 + 64);

/**
 * Possible periods of up to BATCH frames: peaks of the autocorrelation over that of the window (Boersma 1993, eq. 9), as
 * Praat's "To Pitch (ac): 0.02, 30, 4, no, 0.03, 0.25, 0.01, ..." weighs them: height less OCTAVE_COST for every octave
 * below 450 Hz; a height above 1 counts as its inverse, because interpolation can overshoot. It comes from a parabola
 * through three lags; at 16 kHz that is close enough for a decision on voicing.
 *
 * Each frame's LONG_FRAME samples stand at `frames` (zeros beyond the recording), its results go to `results`, both one
 * after the other. `largest` is the recording's largest deviation from its mean, above 1e-30.
 */
export function findLongPeriods(frames: usize, count: i32, largest: f32, results: usize): void {
  for (let i = 0; i < count; i++) {
    const frame = frames + ((<usize>(i * LONG_FRAME)) << 2);
    const mean = localMean(frame, LONG_HALF_WINDOW, LONGEST_PERIOD);
    const peak = localPeak(frame, WINDOW, LONG_HALF_WINDOW, HALF_PERIOD, mean);
    store<f64>(results + <usize>i * LONG_RESULT, min<f64>(1, <f64>peak / <f64>largest));
    setFrame(i, frame, mean);
  }
  fillBatch(count);
  correlateBatch(BINS, FFT_LENGTH, WINDOW, LONG_FRAME, UNDO_TAPER, ROWS, LAGS, <f32>1 / largest);
  for (let i = 0; i < count; i++) {
    const curve = ROWS + <usize>i * rowBytes(LAGS) + ((<usize>MIRRORED_LAGS) << 2);
    const result = results + <usize>i * LONG_RESULT;
    store<f64>(result, <f64>collectPeriods(curve, result + 16), 8);
  }
}

/** Writes the candidates of one autocorrelation and returns their number. */
function collectPeriods(curve: usize, candidates: usize): i32 {
  let count = 0;
  for (let lag = FIRST_LAG; lag < LAST_LAG && count < LONG_CANDIDATES; lag++) {
    const at = curve + ((<usize>lag) << 2);
    const here = load<f32>(at);
    if (!(here > LOWEST_PEAK)) continue;
    const before = load<f32>(at - 4);
    const after = load<f32>(at + 4);
    if (!(here > before && here >= after)) continue;
    const shift = (<f32>0.5 * (after - before)) / (here + here - before - after);
    const height = here + <f32>0.25 * (after - before) * shift;
    const octave = Math.log2(<f64>SAMPLE_RATE_HZ / (<f64>lag + <f64>shift));
    const octavesBelow = CEILING_OCTAVE - octave;
    if (octavesBelow < 0) continue;
    const candidate = candidates + ((<usize>count) << 4);
    store<f64>(candidate, octave);
    store<f64>(candidate, <f64>(height > 1 ? 1 / height : height) - OCTAVE_COST * octavesBelow, 8);
    count++;
  }
  return count;
}

const CEILING_OCTAVE: f64 = Math.log2(CEILING_HZ);
