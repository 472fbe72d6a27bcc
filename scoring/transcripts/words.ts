/** One word as it was said. `text` keeps its capitals and attached punctuation ("Well," "customer?"). */
export interface TimedWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Probability that the word is right, 0..1; null when a person supplied it. */
  readonly confidence: number | null;
}

/**
 * Where the words come from. `supplied`: came with word times. `aligned`: came as text, times found by forced
 * alignment. `estimated`: came as text or cues in a language without an aligner, times spread over syllable nuclei.
 * `recognised`: heard by a recogniser.
 */
export type TranscriptSource = "supplied" | "aligned" | "estimated" | "recognised";

export interface Transcript {
  readonly source: TranscriptSource;
  readonly language: string;
  /** Ascending by start; never empty. */
  readonly words: readonly TimedWord[];
  /** Mean word confidence, null for words that a person supplied. */
  readonly meanConfidence: number | null;
}

/** A transcript as it was parsed, before every word has a time. Cue times bound the words of a cue. */
export interface TranscriptCue {
  readonly text: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export type ParsedTranscript =
  | { readonly kind: "timed_words"; readonly words: readonly TimedWord[] }
  | { readonly kind: "cues"; readonly cues: readonly TranscriptCue[] };
