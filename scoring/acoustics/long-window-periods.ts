import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { Fft } from "@/scoring/acoustics/kernels/fft";
import { hannWindow } from "@/scoring/acoustics/kernels/windows";

/** de Jong & Wempe (2009) look for periods from 30 to 450 Hz, in steps of 20 ms. */
const FLOOR_HZ = 30;
const CEILING_HZ = 450;
export const LONG_STEP_MS = 20;
/** Three periods of the floor (Boersma 1993). */
export const LONG_WINDOW_MS = (3 * 1000) / FLOOR_HZ;
/** As Praat rounds them: half a window less a sample, the longest period, half of it, the last lag searched. */
const HALF_WINDOW = (LONG_WINDOW_MS * SAMPLE_RATE_HZ) / 2000 - 1;
const LONGEST_PERIOD = Math.floor(SAMPLE_RATE_HZ / FLOOR_HZ);
const HALF_PERIOD = Math.floor(LONGEST_PERIOD / 2) + 1;
const LAST_LAG = Math.floor((2 * (HALF_WINDOW + 1)) / 3) + 2;
/**
 * A power of two above the window. Lags up to 450 samples (36 Hz) do not wrap around; at the longest, the outermost 85
 * samples of the window meet, whose weights are below .03: their products change the correlation by less than .0001.
 */
const FFT_LENGTH = 2048;

/** Half a sample of interpolation may bring a lag below this one under the ceiling. */
const FIRST_LAG = Math.floor(SAMPLE_RATE_HZ / CEILING_HZ);

/** Strength of the unvoiced hypothesis in a frame that is not silent, and the floor that candidates must pass. */
const VOICING_THRESHOLD = 0.25;
const LOWEST_PEAK = 0.5 * VOICING_THRESHOLD;
/** Frames whose peak is below this share of the recording's peak are likely silence. */
const SILENCE_THRESHOLD = 0.03;
/** Favour of higher candidates, per octave. */
const OCTAVE_COST = 0.01;

/** A hypothesis about one frame. */
export interface PeriodHypothesis {
  /** log2 of the frequency in Hz; NaN: unvoiced. */
  readonly octave: number;
  /** Height of the autocorrelation's peak less the octave cost, about 0..1; for unvoiced, what it competes with. */
  readonly strength: number;
}

/**
 * Hypotheses about single frames in a window of 100 ms, after Boersma 1993: peaks of the autocorrelation of the
 * Hann-windowed frame over that of the window (eq. 9), as Praat's "To Pitch (ac): 0.02, 30, 4, no, 0.03, 0.25, 0.01, ..."
 * weighs them. A peak's height comes from a parabola through three lags; at 16 kHz that is close enough for a decision on
 * voicing. Holds its tables and scratch memory; one instance may serve any number of recordings, one after the other.
 */
export class LongWindowPeriods {
  private readonly fft = new Fft(FFT_LENGTH);
  private readonly window = hannWindow(2 * HALF_WINDOW);
  private readonly re = new Float64Array(FFT_LENGTH);
  private readonly im = new Float64Array(FFT_LENGTH);
  /** 1 / window autocorrelation by lag. */
  private readonly undoTaper: Float64Array;

  constructor() {
    this.re.set(this.window);
    this.correlate();
    this.undoTaper = this.re.slice(0, LAST_LAG + 1).map((value) => (this.re[0] as number) / value); // never empty
  }

  /**
   * The frames centred at two times, which share the transforms. Samples beyond the ends count as 0. `largestDeviation`
   * is the largest distance of a sample from the recording's mean. The unvoiced hypothesis comes first.
   */
  analyse(
    samples: Float32Array,
    centresMs: readonly [number, number],
    largestDeviation: number,
  ): readonly [PeriodHypothesis[], PeriodHypothesis[]] {
    const unvoiced = ([this.re, this.im] as const).map((frame, i) => {
      // `as number`: two frames, two times.
      const middle = Math.floor(((centresMs[i] as number) * SAMPLE_RATE_HZ) / 1000 + 0.5);
      return unvoicedStrength(this.load(samples, middle, frame) / largestDeviation);
    });
    this.correlate();
    return [this.hypotheses(this.re, unvoiced[0] ?? NaN), this.hypotheses(this.im, unvoiced[1] ?? NaN)];
  }

  /** Windows the frame whose second half starts at sample `middle`; returns its peak near the centre. */
  private load(samples: Float32Array, middle: number, frame: Float64Array): number {
    const { window } = this;
    const mean = localMean(samples, middle);
    let peak = 0;
    for (let i = 0; i < window.length; i++) {
      const value = ((samples[middle - HALF_WINDOW + i] ?? 0) - mean) * (window[i] as number); // i < window.length
      frame[i] = value;
      if (Math.abs(i + 0.5 - HALF_WINDOW) < HALF_PERIOD) peak = Math.max(peak, Math.abs(value));
    }
    frame.fill(0, window.length);
    return peak;
  }

  /**
   * Replaces the frames in `re` and `im` by their autocorrelations (Wiener-Khinchin), up to a factor. With Z the transform
   * of re + i*im and Z' = Z[-k], the frames' spectra are (Z + conj Z')/2 and (Z - conj Z')/2i; their powers are real and
   * even, so that one way back serves both.
   */
  private correlate(): void {
    const { fft, re, im } = this;
    fft.transform(re, im);
    for (let k = 0; k <= FFT_LENGTH / 2; k++) {
      const mirrored = (FFT_LENGTH - k) % FFT_LENGTH;
      // `as number`: both bins lie inside the transform.
      const aRe = (re[k] as number) + (re[mirrored] as number);
      const aIm = (im[k] as number) - (im[mirrored] as number);
      const bRe = (im[k] as number) + (im[mirrored] as number);
      const bIm = (re[mirrored] as number) - (re[k] as number);
      re[k] = re[mirrored] = aRe * aRe + aIm * aIm;
      im[k] = im[mirrored] = bRe * bRe + bIm * bIm;
    }
    fft.transform(re, im);
  }

  private hypotheses(correlation: Float64Array, unvoiced: number): PeriodHypothesis[] {
    const found = [{ octave: NaN, strength: unvoiced }];
    const atZero = correlation[0] as number; // never empty
    if (!(atZero > 0)) return found;
    // `as number`: lags are bounded by the tables' length.
    const at = (lag: number): number => ((correlation[lag] as number) / atZero) * (this.undoTaper[lag] as number);
    for (let lag = FIRST_LAG; lag < LAST_LAG; lag++) {
      const here = at(lag);
      if (!(here > LOWEST_PEAK)) continue;
      const before = at(lag - 1);
      const after = at(lag + 1);
      if (!(here > before && here >= after)) continue;
      const shift = (0.5 * (after - before)) / (2 * here - before - after);
      const height = here + 0.25 * (after - before) * shift;
      const octave = Math.log2(SAMPLE_RATE_HZ / (lag + shift));
      const octavesBelow = Math.log2(CEILING_HZ) - octave;
      // A peak above 1 counts as its inverse: interpolation can overshoot.
      const strength = (height > 1 ? 1 / height : height) - OCTAVE_COST * octavesBelow;
      if (octavesBelow >= 0) found.push({ octave, strength });
    }
    return found;
  }
}

/** Mean over the two longest periods around a sample: a drifting offset would look periodic. */
function localMean(samples: Float32Array, middle: number): number {
  const to = Math.min(samples.length, middle + LONGEST_PERIOD);
  let sum = 0;
  for (let i = Math.max(0, middle - LONGEST_PERIOD); i < to; i++) sum += samples[i] as number; // in range: clamped
  return sum / (2 * LONGEST_PERIOD);
}

/** The voicing threshold, more in frames that are nearly silent against the recording's peak. */
function unvoicedStrength(relativePeak: number): number {
  const share = Number.isNaN(relativePeak) ? 0 : Math.min(1, relativePeak); // 0 / 0: a recording without any sound
  return VOICING_THRESHOLD + Math.max(0, 2 - share / (SILENCE_THRESHOLD / (1 + VOICING_THRESHOLD)));
}
