import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { WordVectors } from "@/scoring/language/word-vectors";
import type { Transcript } from "@/scoring/transcripts/words";

/** How the question is put; decides which structure is looked for (scoring-science 3.1). */
export const PROMPT_TYPES = ["past", "situational", "open"] as const;
export type PromptType = (typeof PROMPT_TYPES)[number];

/** Declared speech differences that switch terms off (8.1). Never shown to a recruiter. */
export const ACCOMMODATIONS = ["disfluency"] as const;
export type Accommodation = (typeof ACCOMMODATIONS)[number];

export interface Prompt {
  readonly text: string;
  readonly type: PromptType;
  /** When the question ends inside the recording; null when it is not on it. */
  readonly endMs: number | null;
}

/**
 * All that the scorer may know. The type is closed on purpose: no name, address, school, gender, age, origin, accent
 * score or role fits through it (scoring-science 8.1; the role only weighs finished dimensions, see benchmarks/).
 */
export interface ScorerInput {
  readonly acoustics: AcousticArtifacts;
  readonly transcript: Transcript | null;
  readonly language: string;
  readonly prompt: Prompt | null;
  readonly accommodations: readonly Accommodation[];
  /** Static word vectors for relevance; null where the language has none. */
  readonly vectors: WordVectors | null;
}
