import { SAMPLE_RATE_HZ, type AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { AcousticKernels, F0Track } from "@/scoring/acoustics/acoustic-kernels";
import { detectSpeech } from "@/scoring/acoustics/detect-speech";
import { findHesitations } from "@/scoring/acoustics/find-hesitations";
import { findSpeechRuns, framesInRuns } from "@/scoring/acoustics/find-speech-runs";
import { findSyllableNuclei } from "@/scoring/acoustics/find-syllable-nuclei";
import { frameAt, frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { measureLevels } from "@/scoring/acoustics/measure-levels";
import { NucleusVoicing } from "@/scoring/acoustics/nucleus-voicing";
import { type LevelTables, tabulateF0, tabulateLevels } from "@/scoring/acoustics/sample-tables";
import { type SurveyedRecording, surveyRecording } from "@/scoring/acoustics/survey-recording";

/** Longest recording that is analysed, ms: 15 minutes. */
export const LONGEST_RECORDING_MS = 15 * 60 * 1_000;

/**
 * Everything the scorer needs to know about the sound of one answer: levels, F0, speech runs, syllable nuclei and
 * candidates for filled pauses.
 *
 * `pcm` is 16 kHz mono, nominally -1..1, any length from 0 samples to 15 minutes. Samples that are not finite count as
 * 0; an offset has no influence. The result holds no NaN except the F0 of unvoiced frames, and depends on nothing but the
 * samples. It is not written to.
 *
 * @throws RangeError for more than 15 minutes.
 */
export function analyseAcoustics(pcm: Float32Array, kernels: AcousticKernels = wasmKernels()): AcousticArtifacts {
  refuseTooLong(pcm);
  const recording = surveyRecording(pcm, kernels);
  return analyseTables(recording, tabulateF0(recording, kernels), tabulateLevels(recording, kernels), kernels);
}

/** @throws RangeError for more than 15 minutes of samples. */
export function refuseTooLong(pcm: Float32Array): void {
  const durationMs = toMs(pcm);
  if (durationMs > LONGEST_RECORDING_MS) {
    throw new RangeError(`recording of ${durationMs} ms is longer than ${LONGEST_RECORDING_MS} ms: cut it first`);
  }
}

/** What analyseAcoustics() gives, from tables that were made of the same recording before. */
export function analyseTables(
  { samples, clippedShare, largestDeviation }: SurveyedRecording,
  track: F0Track,
  { energyDb, bandDb, intensity }: LevelTables,
  kernels: AcousticKernels,
): AcousticArtifacts {
  const { f0Hz } = track;
  const durationMs = toMs(samples);
  const grid = frameGrid(samples.length);
  const runs = findSpeechRuns(detectSpeech(energyDb, track, bandDb, kernels), grid);
  const speech = framesInRuns(runs, grid);
  const levels = measureLevels(clippedShare, energyDb, speech);
  const voicing = new NucleusVoicing(samples, largestDeviation, durationMs, grid, f0Hz, kernels);
  const spectralChange = kernels.measureSpectralChange(bandDb, grid.count);
  return {
    version: "acoustics@1",
    durationMs,
    frames: { count: grid.count, firstCentreMs: grid.firstCentreMs, energyDb, f0Hz },
    runs,
    nucleiMs: findSyllableNuclei(
      intensity,
      (timeMs) => speech[frameAt(grid, timeMs) ?? -1] === 1 && voicing.isVoicedAt(timeMs),
    ),
    hesitations: findHesitations({ energyDb, f0Hz, spectralChange }, grid, runs, levels.speechDb),
    levels,
  };
}

function toMs(samples: Float32Array): number {
  return (samples.length * 1000) / SAMPLE_RATE_HZ;
}
