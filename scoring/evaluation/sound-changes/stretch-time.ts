import { spectrumFrames } from "@/scoring/evaluation/sound-changes/spectrum-frames";

/** 64 ms: four periods of the lowest voices. */
const WINDOW_SAMPLES = 1_024;
/** 8 ms between frames of the output. */
const HOP_SAMPLES = 128;
const BINS = WINDOW_SAMPLES / 2 + 1;
/** A peak is larger than its two neighbours on either side. */
const PEAK_REACH = 2;
/** Less window than this lies over a sample only at the very ends. */
const LEAST_WEIGHT = 0.1;

/**
 * The sound `factor` times as long at the same pitch, by a phase vocoder with identity phase locking (Laroche & Dolson
 * 1999, "Improved phase vocoder time-scale modification of audio", IEEE Trans. Speech Audio Process. 7(3), III-C): only
 * the phases of spectral peaks run on at their measured frequency; the bins around a peak turn with it, so that the shape
 * of each partial, and with it the voice, stays whole. What happened at time t happens at `factor * t`.
 */
export function stretchTime(pcm: Float32Array, factor: number): Float32Array {
  const length = Math.round(pcm.length * factor);
  const frames = spectrumFrames(WINDOW_SAMPLES);
  const sum = new Float64Array(length);
  const weights = new Float64Array(length);
  let now = emptyFrame();
  let before = emptyFrame();
  let beforeAt: number | null = null;
  for (let centre = 0; centre < length + WINDOW_SAMPLES / 2; centre += HOP_SAMPLES) {
    const readAt = Math.round(centre / factor);
    frames.analyse(pcm, readAt, now.re, now.im);
    if (beforeAt === null || readAt === beforeAt) now.turns.fill(0);
    else findTurns(before, now, readAt - beforeAt);
    turnBins(now);
    frames.overlapAdd(now.playedRe, now.playedIm, sum, centre);
    frames.addWeight(weights, centre);
    [now, before] = [before, now];
    beforeAt = readAt;
  }
  const out = new Float32Array(length);
  // `?? 0` in this file: every index is in range.
  for (let i = 0; i < length; i++) out[i] = (sum[i] ?? 0) / Math.max(LEAST_WEIGHT, weights[i] ?? 0);
  return out;
}

/** One frame as it was read, by how many radians each bin is turned, and the bins as they are played. */
interface Frame {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly turns: Float64Array;
  readonly playedRe: Float64Array;
  readonly playedIm: Float64Array;
}

function emptyFrame(): Frame {
  const bins = (): Float64Array => new Float64Array(BINS);
  return { re: bins(), im: bins(), turns: bins(), playedRe: bins(), playedIm: bins() };
}

/**
 * Turns of the next output frame: a peak runs on for one hop from the phase at which its bin was played, every other bin
 * turns with its peak. Angles are worked out for peaks alone, which is what makes it quick.
 */
function findTurns(before: Frame, now: Frame, readHop: number): void {
  const peaks = findPeaks(now);
  if (peaks.length === 0) now.turns.fill(0);
  for (const [i, peak] of peaks.entries()) {
    const centreStep = (2 * Math.PI * peak) / WINDOW_SAMPLES;
    const step =
      Math.atan2(now.im[peak] ?? 0, now.re[peak] ?? 0) - Math.atan2(before.im[peak] ?? 0, before.re[peak] ?? 0);
    const radiansPerSample = centreStep + wrapPhase(step - centreStep * readHop) / readHop;
    const turn = wrapPhase((before.turns[peak] ?? 0) + radiansPerSample * HOP_SAMPLES - step);
    const previous = peaks[i - 1];
    const next = peaks[i + 1];
    const first = previous === undefined ? 0 : Math.floor((previous + peak) / 2) + 1;
    const last = next === undefined ? BINS - 1 : Math.floor((peak + next) / 2);
    now.turns.fill(turn, first, last + 1);
  }
}

function turnBins({ re, im, turns, playedRe, playedIm }: Frame): void {
  let turn = NaN;
  let cos = 1;
  let sin = 0;
  for (let k = 0; k < BINS; k++) {
    // All bins around a peak have the same turn.
    if (turns[k] !== turn) {
      turn = turns[k] ?? 0;
      cos = Math.cos(turn);
      sin = Math.sin(turn);
    }
    playedRe[k] = (re[k] ?? 0) * cos - (im[k] ?? 0) * sin;
    playedIm[k] = (re[k] ?? 0) * sin + (im[k] ?? 0) * cos;
  }
}

function findPeaks({ re, im }: Frame): number[] {
  const powers = new Float64Array(BINS);
  for (let k = 0; k < BINS; k++) powers[k] = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
  const peaks: number[] = [];
  for (let k = 0; k < BINS; k++) {
    let isPeak = (powers[k] ?? 0) > 0;
    for (let reach = -PEAK_REACH; reach <= PEAK_REACH && isPeak; reach++) {
      if (reach === 0 || k + reach < 0 || k + reach >= BINS) continue;
      isPeak = (powers[k] ?? 0) > (powers[k + reach] ?? 0);
    }
    if (isPeak) peaks.push(k);
  }
  return peaks;
}

/** The same angle in -pi..pi. */
function wrapPhase(radians: number): number {
  return radians - 2 * Math.PI * Math.round(radians / (2 * Math.PI));
}
