import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { IntensityTrack } from "@/scoring/acoustics/acoustic-kernels";
import { kaiserWindow } from "@/scoring/acoustics/kernels/windows";

/** Lowest pitch that must not ripple through the contour: de Jong & Wempe (2009) use 50 Hz. */
const PITCH_FLOOR_HZ = 50;
/** Praat: the effective window is 3.2 periods long, the physical one twice that; a step is a quarter of 3.2 periods. */
const STEP_MS = (0.8 * 1000) / PITCH_FLOOR_HZ;
const WINDOW_MS = (6.4 * 1000) / PITCH_FLOOR_HZ;
const HALF_WINDOW_SAMPLES = ((WINDOW_MS / 2) * SAMPLE_RATE_HZ) / 1000;
/** Level of a frame without any sound. */
export const INTENSITY_FLOOR_DB = -300;

const WINDOW = kaiserWindow(Math.floor(HALF_WINDOW_SAMPLES), HALF_WINDOW_SAMPLES);

/**
 * Praat's "To Intensity: 50, 0, yes": Kaiser-weighted mean square of 128 ms every 16 ms, the mean of the stretch removed.
 * dB relative to full scale; Praat's own values are higher by 20*log10(1 / 2e-5) = 93.98 dB, which cancels in every use.
 */
export function measureIntensity(samples: Float32Array): IntensityTrack {
  const durationMs = (samples.length * 1000) / SAMPLE_RATE_HZ;
  const count = Math.max(0, Math.floor((durationMs - WINDOW_MS) / STEP_MS + 1e-9) + 1);
  const firstCentreMs = durationMs / 2 - ((count - 1) * STEP_MS) / 2;
  const levelDb = new Float64Array(count);
  for (let frame = 0; frame < count; frame++) levelDb[frame] = frameLevelDb(samples, centreSample(samples, count, frame));
  return { firstCentreMs, stepMs: STEP_MS, levelDb };
}

/**
 * The sample nearest to a frame's centre. Centres often fall exactly between two samples; which of them it is then follows
 * from rounding errors, so this is Praat's arithmetic, step by step, in seconds (Sampled_shortTermAnalysis).
 */
function centreSample(samples: Float32Array, count: number, frame: number): number {
  const sampleS = 1 / SAMPLE_RATE_HZ;
  const firstSampleS = 0.5 * sampleS;
  const stepS = 0.8 / PITCH_FLOOR_HZ;
  const middleS = firstSampleS - 0.5 * sampleS + 0.5 * (sampleS * samples.length);
  const firstCentreS = middleS - 0.5 * (count * stepS) + 0.5 * stepS;
  return Math.floor((firstCentreS + frame * stepS - firstSampleS) / sampleS + 1 + 0.5) - 1;
}

function frameLevelDb(samples: Float32Array, centre: number): number {
  const start = centre - (WINDOW.length - 1) / 2;
  const from = Math.max(0, start);
  const to = Math.min(samples.length, start + WINDOW.length);
  let mean = 0;
  for (let i = from; i < to; i++) mean += samples[i] as number; // in range: clamped above, as in the loop below
  mean /= to - from;
  let squares = 0;
  let weights = 0;
  for (let i = from; i < to; i++) {
    const deviation = (samples[i] as number) - mean;
    const weight = WINDOW[i - start] as number;
    squares += deviation * deviation * weight;
    weights += weight;
  }
  const power = squares / weights;
  return power > 1e-30 ? 10 * Math.log10(power) : INTENSITY_FLOOR_DB;
}
