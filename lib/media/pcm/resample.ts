/**
 * Zero crossings of the sinc on each side, in samples of the lower of the two rates. With the window below: passband
 * flat to .1 dB up to 80 % of the lower Nyquist frequency, and at least 60 dB down at 1.2 times of it.
 */
const HALF_WIDTH = 16;
/** Kaiser (1974): beta 6.5 gives about 67 dB of stopband attenuation. */
const KAISER_BETA = 6.5;
/** Middle of the transition band as a share of the lower Nyquist frequency. */
const CUT_OFF = 0.97;
/** Rates with a larger interpolation factor would need megabytes of filter table. */
const MAX_PHASES = 640;

export interface Resampler {
  /** Output that is certain after this input. */
  push(samples: Float64Array): Float32Array;
  /** The rest: the end is padded with silence. Total output is round(input * to / from). */
  finish(): Float32Array;
}

/** True when `createResampler` takes this pair of rates: 8, 11.025, 12, 16, 22.05, 24, 32, 44.1, 48, 88.2, 96 kHz, … */
export function canResample(fromHz: number, toHz: number): boolean {
  return Number.isInteger(fromHz) && fromHz > 0 && toHz / greatestCommonDivisor(fromHz, toHz) <= MAX_PHASES;
}

/**
 * Polyphase windowed-sinc resampling by the exact ratio of the two rates (Smith, "Digital Audio Resampling", CCRMA):
 * output m is the input around time m * from / to, weighted with one of to/gcd precomputed phases of a low-pass filter
 * at the lower Nyquist frequency. Each phase is scaled to a gain of exactly 1 at 0 Hz. No delay: output m lies at the
 * same time as input m * from / to.
 */
export function createResampler(fromHz: number, toHz: number): Resampler {
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const up = toHz / divisor;
  const down = fromHz / divisor;
  const half = Math.ceil(HALF_WIDTH * Math.max(1, fromHz / toHz));
  // A multiple of four taps lets the inner loop run four sums side by side.
  const taps = Math.ceil((2 * half) / 4) * 4;
  const table = filterPhases(up, taps, half, Math.min(1, toHz / fromHz));
  // Input not yet used up; starts with the silence before the first sample.
  let pending = new Float64Array(half - 1);
  let phase = 0;
  let received = 0;
  let produced = 0;

  const run = (limit: number): Float32Array => {
    const out = new Float32Array(Math.max(0, limit));
    let at = 0;
    let count = 0;
    for (; count < out.length && at + taps <= pending.length; count++) {
      out[count] = dot(pending, at, table, phase * taps, taps);
      phase += down;
      at += Math.floor(phase / up);
      phase %= up;
    }
    pending = pending.slice(Math.min(at, pending.length));
    produced += count;
    return out.subarray(0, count);
  };
  const append = (samples: Float64Array): void => {
    const joined = new Float64Array(pending.length + samples.length);
    joined.set(pending);
    joined.set(samples, pending.length);
    pending = joined;
  };

  return {
    push(samples) {
      received += samples.length;
      append(samples);
      return run(Math.ceil((pending.length * up) / down));
    },
    finish() {
      append(new Float64Array(taps + down));
      return run(Math.round((received * up) / down) - produced);
    },
  };
}

function dot(x: Float64Array, xAt: number, h: Float64Array, hAt: number, count: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < count; k += 4) {
    a += (x[xAt + k] ?? 0) * (h[hAt + k] ?? 0);
    b += (x[xAt + k + 1] ?? 0) * (h[hAt + k + 1] ?? 0);
    c += (x[xAt + k + 2] ?? 0) * (h[hAt + k + 2] ?? 0);
    d += (x[xAt + k + 3] ?? 0) * (h[hAt + k + 3] ?? 0);
  }
  return a + b + c + d;
}

/** One row of `taps` weights a phase; tap k of phase p weighs the input at distance k - (half - 1) - p / up. */
function filterPhases(up: number, taps: number, half: number, band: number): Float64Array {
  const table = new Float64Array(up * taps);
  for (let phase = 0; phase < up; phase++) {
    let sum = 0;
    for (let k = 0; k < taps; k++) {
      const distance = k - (half - 1) - phase / up;
      const weight = sinc(distance * band * CUT_OFF) * kaiser(distance / half);
      table[phase * taps + k] = weight;
      sum += weight;
    }
    for (let k = 0; k < taps; k++) table[phase * taps + k] = (table[phase * taps + k] ?? 0) / sum;
  }
  return table;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - x * x)) / besselI0(KAISER_BETA);
}

/** Modified Bessel function of the first kind, order 0, by its power series (converges fast for x < 20). */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
