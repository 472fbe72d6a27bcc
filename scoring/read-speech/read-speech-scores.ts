import type { MeasuredUtterance } from "@/scoring/read-speech/measured-utterance";

/** Scores of one read sentence, 0-100; null where it could not be judged. */
export interface ReadSpeechScores {
  readonly fluency: number | null;
  readonly prosody: number | null;
}

/** Judges one sentence read from a text. */
export interface ReadSpeechModel {
  predict(utterance: MeasuredUtterance): ReadSpeechScores;
}
