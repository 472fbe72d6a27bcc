import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { PhoneAlignment } from "@/scoring/transcripts/phones";
import type { TimedWord } from "@/scoring/transcripts/words";

/** All that may be known of one sentence read from a text before it is judged. */
export interface MeasuredUtterance {
  /** The sentence as it was to be read. */
  readonly text: string;
  readonly acoustics: AcousticArtifacts;
  /** Times by forced alignment, ungated; empty where the text could not be laid over the sound. */
  readonly words: readonly TimedWord[];
  /** null where the text could not be laid over the sound. */
  readonly phones: PhoneAlignment | null;
}
