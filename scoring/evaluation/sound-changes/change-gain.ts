import { amplitudeOf } from "@/scoring/evaluation/sound-changes/spoken-answer";

/** The sound `gainDb` louder. What passes full scale stays as it is: clipping would be another change. */
export function changeGain(pcm: Float32Array, gainDb: number): Float32Array {
  const factor = amplitudeOf(gainDb);
  return pcm.map((sample) => sample * factor);
}
