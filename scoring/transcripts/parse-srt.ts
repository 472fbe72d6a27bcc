import { parseCueBlocks, splitBlocks } from "@/scoring/transcripts/parse-cue-blocks";
import type { FormatOutcome } from "@/scoring/transcripts/parse-outcome";

/** SubRip: numbered blocks of times and text. Numbers are not checked: editors leave gaps in them. */
export function parseSrt(text: string): FormatOutcome {
  return parseCueBlocks(splitBlocks(text));
}
