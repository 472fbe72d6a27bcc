import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { cleanPitch } from "@/scoring/features/view/clean-pitch";
import type { MeasuredUtterance } from "@/scoring/read-speech/measured-utterance";
import { readSentence, type ReadSentence } from "@/scoring/read-speech/read-sentence";

/** What the features of a read sentence look at. */
export interface PreparedUtterance {
  readonly acoustics: AcousticArtifacts;
  /** Of each frame, in semitones from the sentence's own median; NaN where there is no steady voice. */
  readonly pitch: Float32Array;
  /** null where the text could not be laid over the sound. */
  readonly sentence: ReadSentence | null;
}

export function prepareUtterance({ text, acoustics, phones }: MeasuredUtterance): PreparedUtterance {
  return { acoustics, pitch: cleanPitch(acoustics.frames.f0Hz), sentence: readSentence(text, phones) };
}
