import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { TimedWord } from "@/scoring/transcripts/words";

/** The sound of an answer and its words in time: what a change of one thing is made to. */
export interface SpokenAnswer {
  /** 16 kHz mono. */
  readonly pcm: Float32Array;
  /** Ascending by start. */
  readonly words: readonly TimedWord[];
}

/** Index of the sample at a time. */
export function sampleAt(timeMs: number): number {
  return Math.round((timeMs * SAMPLE_RATE_HZ) / 1_000);
}

/** Time of a sample. */
export function timeOf(sample: number): number {
  return (sample * 1_000) / SAMPLE_RATE_HZ;
}

/** Length of samples in time. */
export function lengthMs(pcm: Float32Array): number {
  return timeOf(pcm.length);
}

/** A level in dB relative to full scale as a factor. */
export function amplitudeOf(levelDb: number): number {
  return 10 ** (levelDb / 20);
}
