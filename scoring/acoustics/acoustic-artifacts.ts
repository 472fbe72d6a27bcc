import type { Interval } from "@/scoring/acoustics/interval";

/** One analysis frame every 10 ms (Boersma 1993 uses the same step for a 75 Hz floor). */
export const FRAME_STEP_MS = 10;
/** Every kernel works on 16 kHz mono: speech energy above 8 kHz carries nothing that is scored. */
export const SAMPLE_RATE_HZ = 16_000;

/**
 * Per-frame measurements. All arrays have `count` entries; frame k is centred at `firstCentreMs + k * FRAME_STEP_MS`.
 * Values are quantised (0.01 dB, 0.01 Hz) where they are made, so that a stored and re-read table is the same table.
 */
export interface AcousticFrames {
  readonly count: number;
  readonly firstCentreMs: number;
  /** Level in dB relative to full scale (0 dB = full-scale square wave); floor -120. */
  readonly energyDb: Float32Array;
  /** Fundamental frequency in Hz, NaN where unvoiced. 75-600 Hz. */
  readonly f0Hz: Float32Array;
}

/** Recording levels (scoring-science 2.1). `null` where there is nothing to measure (no speech at all). */
export interface AcousticLevels {
  /** 95th percentile of frame energy over speech frames, dB. */
  readonly speechDb: number | null;
  /** 10th percentile over non-speech frames (5th of all frames when there is < 1 s of non-speech), dB. */
  readonly noiseDb: number;
  /** speechDb - noiseDb, dB. */
  readonly snrDb: number | null;
  /** Share of samples with |x| > .999, 0..1. */
  readonly clippedShare: number;
  /** Automatic gain control suspected: energy sd over speech < 3.5 dB while SNR > 25 dB. */
  readonly gainControlSuspected: boolean;
}

/**
 * Everything the scorer needs to know about the sound, about 100 kB for four minutes. Stored by content hash; holds
 * nothing from which a voice could be rebuilt or recognised (no spectra, no embeddings).
 */
export interface AcousticArtifacts {
  readonly version: "acoustics@1";
  readonly durationMs: number;
  readonly frames: AcousticFrames;
  /** Stretches of speech, ascending, non-overlapping: gaps < 100 ms closed, bursts < 60 ms dropped (2.3). */
  readonly runs: readonly Interval[];
  /** Times of syllable nuclei (de Jong & Wempe 2009), ascending. */
  readonly nucleiMs: readonly number[];
  /** Candidates for filled pauses: long, flat, level voiced stretches (2.4 b). Words decide later which count. */
  readonly hesitations: readonly Interval[];
  readonly levels: AcousticLevels;
}
