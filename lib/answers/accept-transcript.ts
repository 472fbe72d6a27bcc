import { readTranscript, type SuppliedTranscript } from "@/lib/answers/read-transcript";
import type { TranscriptFormat } from "@/scoring/transcripts/parse-outcome";

/**
 * A transcript that was read once, so that what is wrong with it is said at once and not after minutes in a queue.
 *
 * @throws EarshotError `invalid_transcript` with the line and the reason
 */
export function acceptTranscript(text: string, format?: TranscriptFormat): SuppliedTranscript {
  const supplied: SuppliedTranscript = { text, ...(format !== undefined && { format }) };
  readTranscript(supplied);
  return supplied;
}
