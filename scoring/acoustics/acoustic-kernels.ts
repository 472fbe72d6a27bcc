import type { FrameGrid } from "@/scoring/acoustics/frame-grid";

/** What the F0 kernel says of every frame of a grid. */
export interface F0Track {
  /** Hz, 75-600; NaN where unvoiced. */
  readonly f0Hz: Float32Array;
  /** Highest peak of the normalised autocorrelation, 0..1; 0 in frames that are too quiet to be voiced. */
  readonly periodicity: Float32Array;
}

/** What a window of 100 ms says of its periods. */
export interface LongWindowFrame {
  /** Peak of the frame over the recording's largest deviation from its mean, 0..1. */
  readonly relativePeak: number;
  /** Possible fundamentals from 30 to 450 Hz, highest first: log2 of the frequency in Hz, and strength, about 0..1. */
  readonly candidates: readonly { readonly octave: number; readonly strength: number }[];
}

/** Intensity on its own coarser grid (Praat's "To Intensity"). */
export interface IntensityTrack {
  readonly firstCentreMs: number;
  readonly stepMs: number;
  /** dB relative to full scale; floor -300. */
  readonly levelDb: Float64Array;
}

/** What one look at the samples says. */
export interface SampleSurvey {
  /** Largest distance of a sample from the mean of all; 0 for no samples. Says nothing where a sample is unusable. */
  readonly largestDeviation: number;
  /** Number of samples with |x| > .999 (scoring-science 2.1). */
  readonly clippedCount: number;
  /** Number of samples that are NaN, infinite, or beyond 1000: they must be cleaned before anything is measured. */
  readonly unusableCount: number;
}

/** Number of frequency bands per frame. */
export const BAND_COUNT = 20;

/** Number of mel-frequency cepstral coefficients per frame, 0 to 12. */
export const MFCC_COUNT = 13;

/**
 * The inner loops of the analysis: everything that touches samples. The rest of `scoring/acoustics` works on their
 * tables, so that another implementation (WASM) can take their place. Kernels may keep scratch memory between calls;
 * samples are 16 kHz mono, finite, and are never written to.
 */
export interface AcousticKernels {
  /** Takes any samples, cleaned or not. */
  surveySamples(samples: Float32Array): SampleSurvey;
  /** Fundamental frequency after Boersma 1993. `largestDeviation` is surveySamples', where the caller has it. */
  trackF0(samples: Float32Array, grid: FrameGrid, largestDeviation?: number): F0Track;
  /**
   * Possible periods in windows of 100 ms whose second half starts at the given samples, as lenient as de Jong & Wempe
   * (2009) look for voiced syllables. `largestDeviation` is surveySamples'.
   */
  findLongPeriods(samples: Float32Array, middles: readonly number[], largestDeviation: number): LongWindowFrame[];
  /** Level of every frame, dB relative to full scale (0 = full-scale square wave), offset removed; floor -120. */
  measureEnergy(samples: Float32Array, grid: FrameGrid): Float32Array;
  /** Level of each of the BAND_COUNT bands of every frame, dB relative to full scale; floor -200; frame after frame. */
  measureBands(samples: Float32Array, grid: FrameGrid): Float32Array;
  /**
   * MFCC_COUNT mel-frequency cepstral coefficients of every frame (Davis & Mermelstein 1980): what a voice and a sound are
   * like, for telling speakers and stretches apart. Never stored.
   */
  measureMfcc(samples: Float32Array, grid: FrameGrid): Float32Array;
  /**
   * For each band the quantile (type 7, `share` 0..1) of its levels in the listed frames, after a running mean over `width`
   * (odd) of them. 0 for no frames.
   */
  measureBandQuantiles(bandDb: Float32Array, frames: Int32Array, width: number, share: number): Float64Array;
  /** How far each frame's bands stand out from `floorDb` (one level a band), dB, 0..30: mean of the six largest excesses. */
  measureExcess(bandDb: Float32Array, floorDb: Float64Array): Float32Array;
  /** How much the spectrum's shape changes around each frame, dB per 20 ms, level changes aside. */
  measureSpectralChange(bandDb: Float32Array, frameCount: number): Float32Array;
  /** Intensity for syllable nuclei, 128 ms Kaiser window every 16 ms. */
  measureIntensity(samples: Float32Array): IntensityTrack;
  /** A recording at another rate (8 to 96 kHz) as 16 kHz samples; sound beyond 7 kHz fades. RangeError for odd rates. */
  resampleTo16Khz(samples: Float32Array, rateHz: number): Float32Array;
}
