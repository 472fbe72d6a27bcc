import type { ParsedTranscript } from "@/scoring/transcripts/words";

export type TranscriptFormat = "vtt" | "srt" | "json" | "text";

/** `line` counts from 1 in the text as it was sent; null where no line is to blame. `reason` is a public sentence. */
export interface ParseFailure {
  readonly ok: false;
  readonly line: number | null;
  readonly reason: string;
}

export type ParseOutcome =
  { readonly ok: true; readonly format: TranscriptFormat; readonly parsed: ParsedTranscript } | ParseFailure;

/** What one format's parser gives back: the words or cues, or where and why not. */
export type FormatOutcome = { readonly ok: true; readonly parsed: ParsedTranscript } | ParseFailure;

export function parseFailure(line: number | null, reason: string): ParseFailure {
  return { ok: false, line, reason };
}
