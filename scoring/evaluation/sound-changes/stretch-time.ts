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
  const re = new Float64Array(BINS);
  const im = new Float64Array(BINS);
  let before: FramePhases | null = null;
  let beforeAt = 0;
  for (let centre = 0; centre < length + WINDOW_SAMPLES / 2; centre += HOP_SAMPLES) {
    const readAt = Math.round(centre / factor);
    frames.analyse(pcm, readAt, re, im);
    const magnitudes = Float64Array.from(re, (value, k) => Math.sqrt(value ** 2 + (im[k] ?? 0) ** 2));
    const measured = Float64Array.from(re, (value, k) => Math.atan2(im[k] ?? 0, value));
    const played: Float64Array =
      before === null || readAt === beforeAt ? measured : lockPhases(before, measured, magnitudes, readAt - beforeAt);
    for (let k = 0; k < BINS; k++) {
      re[k] = (magnitudes[k] ?? 0) * Math.cos(played[k] ?? 0);
      im[k] = (magnitudes[k] ?? 0) * Math.sin(played[k] ?? 0);
    }
    frames.overlapAdd(re, im, sum, centre);
    frames.addWeight(weights, centre);
    before = { measured, played };
    beforeAt = readAt;
  }
  return Float32Array.from(sum, (value, i) => value / Math.max(LEAST_WEIGHT, weights[i] ?? 0));
}

interface FramePhases {
  readonly measured: Float64Array;
  readonly played: Float64Array;
}

/** Phases of the next output frame: peaks run on for one hop, every other bin keeps its distance to its peak. */
function lockPhases(
  before: FramePhases,
  measured: Float64Array,
  magnitudes: Float64Array,
  readHop: number,
): Float64Array {
  const played = new Float64Array(BINS);
  const peaks = findPeaks(magnitudes);
  for (const [i, peak] of peaks.entries()) {
    const centreStep = (2 * Math.PI * peak) / WINDOW_SAMPLES;
    // `?? 0` here and below: every index is a bin.
    const deviation = wrapPhase((measured[peak] ?? 0) - (before.measured[peak] ?? 0) - centreStep * readHop);
    const radiansPerSample = centreStep + deviation / readHop;
    const turn = (before.played[peak] ?? 0) + radiansPerSample * HOP_SAMPLES - (measured[peak] ?? 0);
    const previous = peaks[i - 1];
    const next = peaks[i + 1];
    const first = previous === undefined ? 0 : Math.floor((previous + peak) / 2) + 1;
    const last = next === undefined ? BINS - 1 : Math.floor((peak + next) / 2);
    for (let k = first; k <= last; k++) played[k] = (measured[k] ?? 0) + turn;
  }
  return peaks.length === 0 ? measured : played;
}

function findPeaks(magnitudes: Float64Array): number[] {
  const peaks: number[] = [];
  for (let k = 0; k < BINS; k++) {
    let isPeak = (magnitudes[k] ?? 0) > 0;
    for (let reach = -PEAK_REACH; reach <= PEAK_REACH && isPeak; reach++) {
      if (reach !== 0) isPeak = (magnitudes[k] ?? 0) > (magnitudes[k + reach] ?? -1);
    }
    if (isPeak) peaks.push(k);
  }
  return peaks;
}

/** The same angle in -pi..pi. */
function wrapPhase(radians: number): number {
  return radians - 2 * Math.PI * Math.round(radians / (2 * Math.PI));
}
