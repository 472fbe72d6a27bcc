/** What a thread does that measures sound; see measure-in-thread.ts. Samples are shared with whoever asks, tables are copies. */
import type { F0Track } from "@/scoring/acoustics/acoustic-kernels";
import { analyseTables } from "@/scoring/acoustics/analyse-acoustics";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { type LevelTables, tabulateF0, tabulateLevels } from "@/scoring/acoustics/sample-tables";
import { surveyRecording } from "@/scoring/acoustics/survey-recording";

export interface TabulatedSound {
  readonly pcm: Float32Array;
  readonly track: F0Track;
  readonly levels: LevelTables;
}

export const findF0 = (pcm: Float32Array) => tabulateF0(survey(pcm), wasmKernels());
export const findLevels = (pcm: Float32Array) => tabulateLevels(survey(pcm), wasmKernels());
export const findAcoustics = ({ pcm, track, levels }: TabulatedSound) =>
  analyseTables(survey(pcm), track, levels, wasmKernels());

// Two milliseconds for four minutes: less than sending a cleaned copy about.
const survey = (pcm: Float32Array) => surveyRecording(pcm, wasmKernels());
