import { isTimingLine, parseTimingLine } from "@/scoring/transcripts/cue-timing";
import { payloadText, payloadWords } from "@/scoring/transcripts/cue-payload";
import { dropSpeakerLabels } from "@/scoring/transcripts/drop-annotations";
import { parseFailure, type FormatOutcome, type ParseFailure } from "@/scoring/transcripts/parse-outcome";
import { isSpoken } from "@/scoring/transcripts/split-words";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Lines between two blank lines, with the number (from 1) of the first. */
export interface LineBlock {
  readonly line: number;
  readonly lines: readonly string[];
}

interface RawCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly payload: string;
}

export function splitBlocks(text: string): LineBlock[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let open: { line: number; lines: string[] } | null = null;
  text.split("\n").forEach((content, index) => {
    if (content.trim() === "") {
      open = null;
      return;
    }
    if (open === null) {
      open = { line: index + 1, lines: [] };
      blocks.push(open);
    }
    open.lines.push(content);
  });
  return blocks;
}

/**
 * The cues of WebVTT or SRT blocks: an optional number or name, a line with times, the text. Words that all have their
 * own times come back as timed words, anything else as cues. A block without times is an error, because dropping it
 * would drop words.
 */
export function parseCueBlocks(blocks: readonly LineBlock[]): FormatOutcome {
  const cues: RawCue[] = [];
  for (const block of blocks) {
    const cue = parseCueBlock(block);
    if ("ok" in cue) return cue;
    cues.push(cue);
  }
  const withText = cues.filter((cue) => payloadText(cue.payload) !== "");
  const words = allTimedWords(withText);
  if (words !== null) return { ok: true, parsed: { kind: "timed_words", words } };
  return {
    ok: true,
    parsed: {
      kind: "cues",
      cues: withText.map(({ startMs, endMs, payload }) => ({ text: payloadText(payload), startMs, endMs })),
    },
  };
}

function parseCueBlock({ line, lines }: LineBlock): RawCue | ParseFailure {
  const timing = lines.slice(0, 2).findIndex(isTimingLine);
  if (timing < 0) {
    return parseFailure(
      line,
      "This block has no line with times (start --> end). A cue's text has no blank lines in it.",
    );
  }
  const times = parseTimingLine(lines[timing] ?? "");
  if (typeof times === "string") return parseFailure(line + timing, times);
  const payload = lines.slice(timing + 1);
  const stray = payload.findIndex(isTimingLine);
  if (stray >= 0) return parseFailure(line + timing + 1 + stray, "Put a blank line before the next cue.");
  return { ...times, payload: withoutLabels(payload.join("\n")) };
}

/** A part's name with nothing after it in its cue is the word itself ("the customer:", a cue for each word). */
function withoutLabels(payload: string): string {
  const rest = dropSpeakerLabels(payload);
  return isSpoken(payloadText(rest)) ? rest : payload;
}

function allTimedWords(cues: readonly RawCue[]): TimedWord[] | null {
  const words: TimedWord[] = [];
  for (const cue of cues) {
    const own = payloadWords(cue.payload, cue);
    if (own === null) return null;
    words.push(...own);
  }
  return words;
}
