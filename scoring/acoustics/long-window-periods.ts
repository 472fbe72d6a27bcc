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
/** The window and as many zeros as lags are read, so that none wraps around, as a power of two. */
const FFT_LENGTH = 4096;

/** Strength of the unvoiced hypothesis in a frame that is not silent, and the floor that candidates must pass. */
const VOICING_THRESHOLD = 0.25;
const LOWEST_PEAK = 0.5 * VOICING_THRESHOLD;
/** Frames whose peak is below this share of the recording's peak are likely silence. */
const SILENCE_THRESHOLD = 0.03;
/** Favour of higher candidates, per octave. */
const OCTAVE_COST = 0.01;

/** A possible period of a frame. */
export interface PeriodCandidate {
  /** log2 of the frequency in Hz. */
  readonly octave: number;
  /** Height of the autocorrelation's peak less the octave cost, about 0..1. */
  readonly strength: number;
}

/** All hypotheses about one frame. */
export interface FramePeriods {
  readonly unvoicedStrength: number;
  readonly voiced: readonly PeriodCandidate[];
}

/**
 * Period candidates of single frames in a window of 100 ms, after Boersma 1993: peaks of the autocorrelation of the
 * Hann-windowed frame over that of the window (eq. 9), as Praat's "To Pitch (ac): 0.02, 30, 4, no, 0.03, 0.25, 0.01, ..."
 * weighs them. A peak's height comes from a parabola through three lags; at 16 kHz that is close enough for a decision on
 * voicing. Holds its tables and scratch memory; one instance may serve any number of recordings.
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
   * The frame centred at `centreMs`. Samples beyond the ends count as 0. `largestDeviation` is the largest distance of a
   * sample from the recording's mean.
   */
  analyse(samples: Float32Array, centreMs: number, largestDeviation: number): FramePeriods {
    const peak = this.load(samples, Math.floor((centreMs * SAMPLE_RATE_HZ) / 1000 + 0.5));
    const relativePeak = largestDeviation > 0 ? Math.min(1, peak / largestDeviation) : 0;
    const unvoicedStrength =
      VOICING_THRESHOLD + Math.max(0, 2 - relativePeak / (SILENCE_THRESHOLD / (1 + VOICING_THRESHOLD)));
    this.correlate();
    return { unvoicedStrength, voiced: this.candidates() };
  }

  /** Windows the frame whose second half starts at sample `middle`; returns its peak near the centre. */
  private load(samples: Float32Array, middle: number): number {
    const { window, re } = this;
    const from = Math.max(0, middle - LONGEST_PERIOD);
    const to = Math.min(samples.length, middle + LONGEST_PERIOD);
    let sum = 0;
    for (let i = from; i < to; i++) sum += samples[i] as number; // in range: clamped above
    const mean = sum / (2 * LONGEST_PERIOD);
    let peak = 0;
    for (let i = 0; i < window.length; i++) {
      const value = ((samples[middle - HALF_WINDOW + i] ?? 0) - mean) * (window[i] as number); // i < window.length
      re[i] = value;
      if (Math.abs(i + 0.5 - HALF_WINDOW) < HALF_PERIOD) peak = Math.max(peak, Math.abs(value));
    }
    re.fill(0, window.length);
    return peak;
  }

  /** Replaces the frame in `re` by its autocorrelation (Wiener-Khinchin), times FFT_LENGTH. */
  private correlate(): void {
    const { fft, re, im } = this;
    im.fill(0);
    fft.transform(re, im);
    for (let k = 0; k < FFT_LENGTH; k++) re[k] = (re[k] as number) ** 2 + (im[k] as number) ** 2; // k < FFT_LENGTH
    im.fill(0);
    fft.transform(re, im);
  }

  private candidates(): PeriodCandidate[] {
    const found: PeriodCandidate[] = [];
    // `as number` here and below: lags are bounded by the tables' length.
    if (!((this.re[0] as number) > 0)) return found;
    for (let lag = 2; lag < LAST_LAG; lag++) {
      const before = this.at(lag - 1);
      const here = this.at(lag);
      const after = this.at(lag + 1);
      if (!(here > LOWEST_PEAK && here > before && here >= after)) continue;
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

  /** Normalised autocorrelation, for lags up to LAST_LAG. */
  private at(lag: number): number {
    // `as number`: lags are bounded by the tables' length.
    return ((this.re[lag] as number) / (this.re[0] as number)) * (this.undoTaper[lag] as number);
  }
}
