import { cleanLine } from "@/scoring/transcripts/clean-text";
import { parseStamp } from "@/scoring/transcripts/cue-timing";
import { dropNotes } from "@/scoring/transcripts/drop-annotations";
import { isSpoken, splitWords } from "@/scoring/transcripts/split-words";
import type { TimedWord } from "@/scoring/transcripts/words";

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lrm: "",
  rlm: "",
};
const TAG = /<([^<>]{0,200})>/g;
/** SRT players' positioning codes: {\an8}. */
const STYLE_CODE = /\{\\[^{}]{0,100}\}/g;

/** The words of a cue's payload without tags, style codes and notes in brackets, entities decoded, on one line. */
export function payloadText(payload: string): string {
  const plain = payload
    .replace(STYLE_CODE, "")
    .replace(TAG, (_, tag: string) => (parseStamp(tag.trim()) === null ? "" : " "));
  return cleanLine(decodeEntities(dropNotes(plain)));
}

/**
 * The timed words of one cue when each word has its own time: a cue of one word, or word times inside the cue
 * (`<00:00:01.000>word`, WebVTT 1.0 section 4.2.2). A word ends where the next time stamp stands, or with the cue.
 * null when some stretch between two stamps holds several words, or a stamp lies outside the cue.
 */
export function payloadWords(payload: string, cue: { startMs: number; endMs: number }): TimedWord[] | null {
  const words: TimedWord[] = [];
  let startMs = cue.startMs;
  for (const piece of splitAtStamps(payload)) {
    const endMs = piece.untilMs ?? cue.endMs;
    if (endMs < startMs || endMs > cue.endMs) return null;
    const tokens = splitWords(payloadText(piece.text)).filter(isSpoken);
    if (tokens.length > 1) return null;
    for (const text of tokens) words.push({ text, startMs, endMs, confidence: null });
    startMs = endMs;
  }
  return words;
}

function splitAtStamps(payload: string): { text: string; untilMs: number | null }[] {
  const pieces: { text: string; untilMs: number | null }[] = [];
  let from = 0;
  for (const match of payload.matchAll(TAG)) {
    const untilMs = parseStamp((match[1] ?? "").trim());
    if (untilMs === null) continue;
    pieces.push({ text: payload.slice(from, match.index), untilMs });
    from = match.index + match[0].length;
  }
  pieces.push({ text: payload.slice(from), untilMs: null });
  return pieces;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
    const hexadecimal = name[1]?.toLowerCase() === "x";
    const code = Number.parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
