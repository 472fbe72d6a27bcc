import { COMPUTED_LAGS, F0_FLOOR_HZ, MAX_CANDIDATES, MAX_LAG, OCTAVE_COST, SAMPLE_RATE_HZ } from "./pitch-settings";
import { MIRRORED_LAGS } from "./autocorrelation";
import { splat } from "./lanes";
import { interpolate, PHASES } from "./sinc-interpolation";

/** Peaks below half of the voicing threshold are no candidates: they cannot beat the unvoiced hypothesis. */
const LOWEST_PEAK: f32 = 0.225;
/**
 * The top of a peak is found by a parabola through three interpolated points 1/8 sample apart; where it lies beyond them,
 * the search moves there. One or two rounds do for most peaks.
 */
const MAX_ROUNDS: i32 = 6;
const STEP: i32 = 8;
const CLOSE_ENOUGH: f32 = 1;
/** Longest move of one round, in steps: keeps the search on this peak. */
const LONGEST_MOVE: f32 = 3;
/** A peak needs a lower neighbour on its left, so at most every second lag is one. */
const PEAK_LAGS: usize = memory.data(4 * 112, 16);
const PEAK_STRENGTHS: usize = memory.data(4 * 112, 16);

let topLag: f32 = 0;
let topHeight: f32 = 0;

/**
 * Finds the peaks of one normalised autocorrelation and writes frequency (Hz) and strength of each, at most
 * MAX_CANDIDATES - 1, to consecutive 32-bit floats (Boersma 1993, section 3.2 steps 4-6). Returns their number.
 */
export function findCandidates(row: usize, frequencies: usize, strengths: usize): i32 {
  const curve = row + ((<usize>MIRRORED_LAGS) << 2);
  let count = collectPeaks(curve);
  if (count >= MAX_CANDIDATES) count = keepStrongest(curve, count);
  for (let i = 0; i < count; i++) {
    climb(curve, load<f32>(PEAK_LAGS + ((<usize>i) << 2)));
    store<f32>(frequencies + ((<usize>i) << 2), SAMPLE_RATE_HZ / topLag);
    store<f32>(strengths + ((<usize>i) << 2), reflect(topHeight));
  }
  return count;
}

/** Lags of the local maxima, with the top of a parabola through each and its neighbours. */
function collectPeaks(curve: usize): i32 {
  const lowest = splat(LOWEST_PEAK);
  let count = 0;
  for (let lag = 2; lag < MAX_LAG; lag += 4) {
    const at = curve + ((<usize>lag) << 2);
    const here = v128.load(at);
    const rises = v128.and(f32x4.gt(here, lowest), f32x4.gt(here, v128.load(at - 4)));
    let mask = i32x4.bitmask(v128.and(rises, f32x4.ge(here, v128.load(at, 4))));
    for (; mask != 0; mask &= mask - 1) {
      const found = lag + ctz(mask);
      if (found >= MAX_LAG) break;
      store<f32>(PEAK_LAGS + ((<usize>count) << 2), <f32>found + parabolaShift(curve + ((<usize>found) << 2)));
      count++;
    }
  }
  return count;
}

/** Where the parabola through a maximum and its neighbours has its top, in samples from the maximum: -0.5 to 0.5. */
function parabolaShift(at: usize): f32 {
  const before = load<f32>(at - 4);
  const here = load<f32>(at);
  const after = load<f32>(at + 4);
  return (<f32>0.5 * (after - before)) / (here + here - before - after);
}

/** Drops the weakest peaks until MAX_CANDIDATES - 1 remain. Strength counts less the lower the frequency. */
function keepStrongest(curve: usize, count: i32): i32 {
  for (let i = 0; i < count; i++) {
    const lag = load<f32>(PEAK_LAGS + ((<usize>i) << 2));
    const favour = OCTAVE_COST * Math.log2(<f64>(F0_FLOOR_HZ * lag) / SAMPLE_RATE_HZ);
    const strength = reflect(interpolate(curve, nearestPosition(lag)));
    store<f32>(PEAK_STRENGTHS + ((<usize>i) << 2), strength - <f32>favour);
  }
  for (; count >= MAX_CANDIDATES; count--) {
    let weakest = 0;
    for (let i = 1; i < count; i++) if (peakStrength(i) < peakStrength(weakest)) weakest = i;
    const from = (<usize>(weakest + 1)) << 2;
    const bytes = (<usize>(count - 1 - weakest)) << 2;
    memory.copy(PEAK_LAGS + from - 4, PEAK_LAGS + from, bytes);
    memory.copy(PEAK_STRENGTHS + from - 4, PEAK_STRENGTHS + from, bytes);
  }
  return count;
}

function peakStrength(i: i32): f32 {
  return load<f32>(PEAK_STRENGTHS + ((<usize>i) << 2));
}

/** Climbs to the top of the interpolated curve near `lag`; leaves it in topLag and topHeight. */
function climb(curve: usize, lag: f32): void {
  let middle = nearestPosition(lag);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const left = interpolate(curve, middle - STEP);
    const here = interpolate(curve, middle);
    const right = interpolate(curve, middle + STEP);
    const curvature = here + here - left - right;
    const slope = <f32>0.5 * (right - left);
    const wanted = curvature > 0 ? slope / curvature : copysign<f32>(LONGEST_MOVE, slope);
    const move = max(-LONGEST_MOVE, min(LONGEST_MOVE, wanted));
    topLag = (<f32>middle + move * <f32>STEP) / <f32>PHASES;
    topHeight = here + move * (slope - <f32>0.5 * curvature * move);
    if (abs(move) < CLOSE_ENOUGH) return;
    middle = nearestPosition(topLag);
  }
}

/** The nearest tabulated position, kept where the interpolation has samples on both sides. */
function nearestPosition(lag: f32): i32 {
  const position = <i32>floor(lag * <f32>PHASES + <f32>0.5);
  return max(PHASES, min((COMPUTED_LAGS - 32) * PHASES, position));
}

/** Interpolation can overshoot 1; a peak above 1 counts as its inverse. */
function reflect(strength: f32): f32 {
  return strength > 1 ? 1 / strength : strength;
}
