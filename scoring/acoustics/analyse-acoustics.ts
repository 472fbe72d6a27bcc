import { SAMPLE_RATE_HZ, type AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { AcousticKernels } from "@/scoring/acoustics/acoustic-kernels";
import { detectSpeech } from "@/scoring/acoustics/detect-speech";
import { findHesitations } from "@/scoring/acoustics/find-hesitations";
import { findSpeechRuns, framesInRuns } from "@/scoring/acoustics/find-speech-runs";
import { findSyllableNuclei } from "@/scoring/acoustics/find-syllable-nuclei";
import { frameAt, frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { measureLevels } from "@/scoring/acoustics/measure-levels";
import { NucleusVoicing } from "@/scoring/acoustics/nucleus-voicing";
import { quantiseAll } from "@/scoring/acoustics/quantise";
import { surveyRecording } from "@/scoring/acoustics/survey-recording";

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
  const durationMs = (pcm.length * 1000) / SAMPLE_RATE_HZ;
  if (durationMs > LONGEST_RECORDING_MS) {
    throw new RangeError(`recording of ${durationMs} ms is longer than ${LONGEST_RECORDING_MS} ms: cut it first`);
  }
  const { samples, clippedShare, largestDeviation } = surveyRecording(pcm, kernels);
  const grid = frameGrid(samples.length);
  const track = kernels.trackF0(samples, grid, largestDeviation);
  const f0Hz = quantiseAll(track.f0Hz);
  const energyDb = quantiseAll(kernels.measureEnergy(samples, grid));
  const bandDb = kernels.measureBands(samples, grid);
  const runs = findSpeechRuns(detectSpeech(energyDb, { ...track, f0Hz }, bandDb, kernels), grid);
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
      kernels.measureIntensity(samples),
      (timeMs) => speech[frameAt(grid, timeMs) ?? -1] === 1 && voicing.isVoicedAt(timeMs),
    ),
    hesitations: findHesitations({ energyDb, f0Hz, spectralChange }, grid, runs, levels.speechDb),
    levels,
  };
}
