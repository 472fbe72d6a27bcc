import { parseCueBlocks, splitBlocks } from "@/scoring/transcripts/parse-cue-blocks";
import { parseFailure, type FormatOutcome } from "@/scoring/transcripts/parse-outcome";

const HEADER = /^WEBVTT([ \t].*)?$/;
/** Blocks that hold no cue (WebVTT 1.0, section 4.1). */
const ASIDE = /^(NOTE|STYLE|REGION)([ \t].*)?$/;

/** WebVTT: header (with its metadata lines), notes, styles and regions skipped; cues and word times read. */
export function parseVtt(text: string): FormatOutcome {
  const [header, ...blocks] = splitBlocks(text);
  if (header === undefined || !HEADER.test(header.lines[0] ?? "")) {
    return parseFailure(header?.line ?? 1, "A WebVTT file starts with the word WEBVTT on a line of its own.");
  }
  const cueInHeader = header.lines.findIndex((line) => line.includes("-->"));
  if (cueInHeader >= 0)
    return parseFailure(header.line + cueInHeader, "Put a blank line between WEBVTT and the first cue.");
  return parseCueBlocks(blocks.filter((block) => !ASIDE.test(block.lines[0] ?? "")));
}
