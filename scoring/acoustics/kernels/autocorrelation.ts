import { Fft } from "@/scoring/acoustics/kernels/fft";
import { HALF_WINDOW, MAX_COMPUTED_LAG, PITCH_FFT_LENGTH } from "@/scoring/acoustics/kernels/pitch-settings";
import { hannWindow } from "@/scoring/acoustics/kernels/windows";

/** Where lag 0 stands in a normalised autocorrelation; lag L at `LAG_ZERO + L`, and it is symmetric. */
export const LAG_ZERO = MAX_COMPUTED_LAG;
export const AUTOCORRELATION_LENGTH = 2 * MAX_COMPUTED_LAG + 1;

/**
 * Normalised autocorrelation of windowed frames, two at a time: r(L) = [ra(L)/ra(0)] / [rw(L)/rw(0)], where ra is the
 * frame's and rw the window's own autocorrelation (Boersma 1993, eq. 9). The division undoes the window's taper, so that
 * a periodic frame has r = 1 at its period.
 *
 * Two real frames share one complex transform (one as real, one as imaginary part); their power spectra share the way
 * back.
 */
export class PairAutocorrelation {
  private readonly fft = new Fft(PITCH_FFT_LENGTH);
  private readonly powerA = new Float64Array(PITCH_FFT_LENGTH);
  private readonly powerB = new Float64Array(PITCH_FFT_LENGTH);
  /** 1 / window autocorrelation by lag. */
  private readonly undoTaper = new Float64Array(MAX_COMPUTED_LAG + 1);

  constructor() {
    const re = new Float64Array(PITCH_FFT_LENGTH);
    re.set(hannWindow(2 * HALF_WINDOW));
    this.correlate(re, new Float64Array(PITCH_FFT_LENGTH));
    // `as number` here and below: lags are bounded by the arrays' own length.
    const atZero = this.powerA[0] as number;
    for (let lag = 0; lag <= MAX_COMPUTED_LAG; lag++) this.undoTaper[lag] = atZero / (this.powerA[lag] as number);
  }

  /**
   * Both frames have PITCH_FFT_LENGTH entries and are overwritten. Results are symmetric arrays of
   * AUTOCORRELATION_LENGTH around LAG_ZERO; a frame without energy gives zeros.
   */
  normalise(frameA: Float64Array, frameB: Float64Array, outA: Float64Array, outB: Float64Array): void {
    this.correlate(frameA, frameB);
    this.mirror(this.powerA, outA);
    this.mirror(this.powerB, outB);
  }

  /** Leaves the plain autocorrelations of both frames in powerA and powerB. */
  private correlate(re: Float64Array, im: Float64Array): void {
    const { powerA, powerB } = this;
    this.fft.transform(re, im);
    for (let k = 0; k <= PITCH_FFT_LENGTH / 2; k++) {
      const mirrored = (PITCH_FFT_LENGTH - k) % PITCH_FFT_LENGTH;
      const ar = (re[k] as number) + (re[mirrored] as number);
      const ai = (im[k] as number) - (im[mirrored] as number);
      const br = (im[k] as number) + (im[mirrored] as number);
      const bi = (re[mirrored] as number) - (re[k] as number);
      powerA[k] = powerA[mirrored] = ar * ar + ai * ai;
      powerB[k] = powerB[mirrored] = br * br + bi * bi;
    }
    this.fft.transform(powerA, powerB);
  }

  private mirror(correlation: Float64Array, out: Float64Array): void {
    // `as number`: bins and lags are bounded by the arrays' own length.
    const atZero = correlation[0] as number;
    if (!(atZero > 0)) {
      out.fill(0);
      return;
    }
    for (let lag = 0; lag <= MAX_COMPUTED_LAG; lag++) {
      // `as number`: bins and lags are bounded by the arrays' own length.
      const value = ((correlation[lag] as number) / atZero) * (this.undoTaper[lag] as number);
      out[LAG_ZERO + lag] = value;
      out[LAG_ZERO - lag] = value;
    }
  }
}
