import { lengthMs, sampleAt, type SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { insertSounds } from "@/scoring/evaluation/sound-changes/insert-sounds";

/** The start of an answer, whole words only, at most so long. */
export function firstWords(answer: SpokenAnswer, durationMs: number): SpokenAnswer {
  const words = answer.words.filter(({ endMs }) => endMs <= durationMs);
  const endMs = words.at(-1)?.endMs ?? 0;
  return { pcm: answer.pcm.slice(0, sampleAt(endMs)), words };
}

/** More speech after the end of an answer, sound and words. */
export function appendSpeech(answer: SpokenAnswer, more: SpokenAnswer): SpokenAnswer {
  return insertSounds(answer, [{ atMs: lengthMs(answer.pcm), ...more }]);
}
