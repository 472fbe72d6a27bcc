import { EarshotError } from "@/lib/errors/error-codes";
import { parseTranscript } from "@/scoring/transcripts/parse-transcript";
import type { TranscriptFormat } from "@/scoring/transcripts/parse-outcome";
import type { ParsedTranscript } from "@/scoring/transcripts/words";

export interface SuppliedTranscript {
  readonly text: string;
  /** Found out by content when absent. */
  readonly format?: TranscriptFormat;
}

/** @throws EarshotError `invalid_transcript` with the line and the reason */
export function readTranscript({ text, format }: SuppliedTranscript): ParsedTranscript {
  const outcome = format === undefined ? parseTranscript(text) : parseTranscript(text, format);
  if (outcome.ok) return outcome.parsed;
  const detail = outcome.line === null ? outcome.reason : `Line ${outcome.line}: ${outcome.reason}`;
  throw new EarshotError("invalid_transcript", detail, [
    { pointer: "/transcript", code: "invalid_transcript", detail },
  ]);
}
