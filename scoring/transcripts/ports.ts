import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { ParsedTranscript, Transcript } from "@/scoring/transcripts/words";

/** Mono samples at 16 kHz in -1..1, finite. */
export type Pcm = Float32Array;

/** Why words could not be had. The reason is for the caller's `low_confidence` or `errors[]`. */
export type NoWordsReason =
  | { readonly code: "no_recogniser"; readonly detail: string }
  | { readonly code: "unsupported_language"; readonly detail: string }
  | { readonly code: "transcript_mismatch"; readonly detail: string }
  /** The text fits in part: too well to be refused, not well enough for its word times to be right. */
  | { readonly code: "transcript_doubtful"; readonly detail: string }
  | { readonly code: "alignment_failed"; readonly detail: string };

export type WordsOutcome =
  { readonly ok: true; readonly transcript: Transcript } | { readonly ok: false; readonly reason: NoWordsReason };

/** Hears the words. Adapters live in lib/recognition; they own processes, files, network and time. */
export interface Recogniser {
  readonly id: string;
  recognise(pcm: Pcm, options: { language: string; signal?: AbortSignal }): Promise<WordsOutcome>;
}

/** Finds when the words of a known text were said, and refuses a text that does not belong to the sound. */
export interface Aligner {
  readonly id: string;
  supports(language: string): boolean;
  align(
    pcm: Pcm,
    parsed: ParsedTranscript,
    options: { language: string; acoustics: AcousticArtifacts; signal?: AbortSignal },
  ): Promise<WordsOutcome>;
}
