import { amplitudeOf, lengthMs, sampleAt, type SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { insertSounds } from "@/scoring/evaluation/sound-changes/insert-sounds";

/** Words of another answer from its start on, whole words only, at most so long. */
export function firstWords(answer: SpokenAnswer, durationMs: number): SpokenAnswer {
  const words = answer.words.filter(({ endMs }) => endMs <= durationMs);
  const endMs = words.at(-1)?.endMs ?? 0;
  return { pcm: answer.pcm.slice(0, sampleAt(endMs)), words };
}

/**
 * More speech after the end of an answer: another answer's sound and words, made `gainDb` louder so that both are equally
 * loud.
 */
export function appendSpeech(answer: SpokenAnswer, more: SpokenAnswer, gainDb: number): SpokenAnswer {
  const factor = amplitudeOf(gainDb);
  const pcm = more.pcm.map((sample) => sample * factor);
  return insertSounds(answer, [{ atMs: lengthMs(answer.pcm), pcm, words: more.words }]);
}
