import { resampleByRatio } from "@/scoring/evaluation/sound-changes/resample-by-ratio";
import { stretchTime } from "@/scoring/evaluation/sound-changes/stretch-time";

/**
 * Pitch and formants `semitones` higher at the same timing, as of a speaker with a shorter or longer vocal tract: the
 * sound is stretched in time, then played faster by the same factor. Downwards nothing is left above 8 kHz divided by it.
 */
export function shiftPitch(pcm: Float32Array, semitones: number): Float32Array {
  const factor = 2 ** (semitones / 12);
  return resampleByRatio(stretchTime(pcm, factor), factor, pcm.length);
}

/**
 * The vocoder's own traces without a change of pitch: stretched by three semitones' factor and shrunk again. Twice the
 * processing of `shiftPitch`, so an upper bound for what the vocoder alone does to a score.
 */
export function vocodeThereAndBack(pcm: Float32Array): Float32Array {
  const factor = 2 ** (3 / 12);
  const back = stretchTime(stretchTime(pcm, factor), 1 / factor);
  const sameLength = new Float32Array(pcm.length);
  sameLength.set(back.subarray(0, pcm.length));
  return sameLength;
}
