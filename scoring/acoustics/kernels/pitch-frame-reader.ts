import { HALF_PERIOD, HALF_WINDOW, LONGEST_PERIOD } from "@/scoring/acoustics/kernels/pitch-settings";
import { hannWindow } from "@/scoring/acoustics/kernels/windows";

/**
 * Cuts frames out of a recording for the autocorrelation: local mean over two longest periods removed (a drifting
 * offset would look periodic), times a Hann window. Reports how loud the frame is against the whole recording.
 */
export class PitchFrameReader {
  private readonly window = hannWindow(2 * HALF_WINDOW);
  private samples: Float32Array = new Float32Array(0);
  private globalPeak = 0;

  /** Takes the recording and finds its largest deviation from its mean. */
  open(samples: Float32Array): void {
    this.samples = samples;
    let sum = 0;
    for (const sample of samples) sum += sample;
    const mean = samples.length > 0 ? sum / samples.length : 0;
    let peak = 0;
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample - mean));
    this.globalPeak = peak;
  }

  /**
   * Writes the frame centred at `centre` (in samples) into the start of `out` and zeros into its rest. Returns the
   * frame's peak over the recording's peak, 0..1, measured within half a longest period of the centre.
   */
  read(centre: number, out: Float64Array): number {
    const { samples, window, globalPeak } = this;
    const left = Math.floor(centre + 0.5) - 1;
    const mean = this.localMean(left);
    const start = left + 1 - HALF_WINDOW;
    let peak = 0;
    for (let i = 0; i < window.length; i++) {
      const value = ((samples[start + i] ?? 0) - mean) * (window[i] as number); // in range: i < window.length
      out[i] = value;
      if (i >= HALF_WINDOW - HALF_PERIOD && i < HALF_WINDOW + HALF_PERIOD) peak = Math.max(peak, Math.abs(value));
    }
    out.fill(0, window.length);
    return globalPeak > 0 ? Math.min(1, peak / globalPeak) : 0;
  }

  private localMean(left: number): number {
    const from = Math.max(0, left + 1 - LONGEST_PERIOD);
    const to = Math.min(this.samples.length - 1, left + LONGEST_PERIOD);
    let sum = 0;
    for (let i = from; i <= to; i++) sum += this.samples[i] as number; // in range: clamped above
    return sum / (2 * LONGEST_PERIOD);
  }
}
