import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { AcousticKernels } from "@/scoring/acoustics/acoustic-kernels";
import { findSyllableNuclei } from "@/scoring/acoustics/find-syllable-nuclei";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { NucleusVoicing } from "@/scoring/acoustics/nucleus-voicing";
import { surveyRecording } from "@/scoring/acoustics/survey-recording";
import type { PraatMeasured } from "@/scoring/acoustics/testing/praat-golden";

/** Praat counts from the hearing threshold, 2e-5 Pa. */
const PRAAT_REFERENCE_DB = 20 * Math.log10(1 / 2e-5);
/** Two F0 values further apart than this share are a gross error (Rabiner et al. 1976). */
const GROSS_ERROR_SHARE = 0.2;
/** Two nuclei are the same one when they lie at most this far apart; each is matched once. */
export const NUCLEUS_TOLERANCE_MS = 50;

/** How far our F0 lies from Praat's. Sums, so that signals can be added up. */
export interface F0Difference {
  readonly frames: number;
  readonly voicingDiffers: number;
  readonly bothVoiced: number;
  readonly grossErrors: number;
  /** Sum of squared differences over frames that both call voiced, gross errors aside, Hz^2. */
  readonly squaredHz: number;
}

/** Frame by frame; NaN in `f0Hz` and 0 in Praat's are unvoiced. */
export function compareF0(f0Hz: Float32Array, praat: PraatMeasured): F0Difference {
  let [voicingDiffers, bothVoiced, grossErrors, squaredHz] = [0, 0, 0, 0];
  for (const [frame, expected] of praat.f0Hz.entries()) {
    const found = f0Hz[frame] ?? NaN;
    if (Number.isNaN(found) !== (expected === 0)) voicingDiffers++;
    if (Number.isNaN(found) || expected === 0) continue;
    bothVoiced++;
    if (Math.abs(found - expected) > GROSS_ERROR_SHARE * expected) grossErrors++;
    else squaredHz += (found - expected) ** 2;
  }
  return { frames: praat.f0Hz.length, voicingDiffers, bothVoiced, grossErrors, squaredHz };
}

/** Largest difference of intensity, dB. Digital silence, where the two floors differ, is left out. */
export function largestIntensityDifferenceDb(levelDb: Float64Array, praat: PraatMeasured): number {
  return praat.intensityDb.reduce((largest, expected, frame) => {
    if (expected < 0) return largest;
    return Math.max(largest, Math.abs((levelDb[frame] ?? NaN) + PRAAT_REFERENCE_DB - expected));
  }, 0);
}

/** The published steps alone, without the product's limit to speech runs. */
export function nucleiByPublishedSteps(pcm: Float32Array, kernels: AcousticKernels): number[] {
  const { samples, largestDeviation } = surveyRecording(pcm, kernels);
  const durationMs = (samples.length * 1000) / SAMPLE_RATE_HZ;
  const grid = frameGrid(samples.length);
  const { f0Hz } = kernels.trackF0(samples, grid);
  const voicing = new NucleusVoicing(samples, largestDeviation, durationMs, grid, f0Hz, kernels);
  return findSyllableNuclei(kernels.measureIntensity(samples), (timeMs) => voicing.isVoicedAt(timeMs));
}

/** Nuclei that have a partner in the other list within NUCLEUS_TOLERANCE_MS, one to one, both lists ascending. */
export function matchingNuclei(found: readonly number[], expected: readonly number[]): number {
  let matches = 0;
  let next = 0;
  for (const timeMs of found) {
    while ((expected[next] ?? Infinity) < timeMs - NUCLEUS_TOLERANCE_MS) next++;
    if (Math.abs((expected[next] ?? Infinity) - timeMs) > NUCLEUS_TOLERANCE_MS) continue;
    matches++;
    next++;
  }
  return matches;
}

/** 2 * matches over both counts; 1 when both are empty. */
export function nucleusF1(found: readonly number[], expected: readonly number[]): number {
  const all = found.length + expected.length;
  return all === 0 ? 1 : (2 * matchingNuclei(found, expected)) / all;
}
