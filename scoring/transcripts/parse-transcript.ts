import { cleanLine } from "@/scoring/transcripts/clean-text";
import { isTimingLine } from "@/scoring/transcripts/cue-timing";
import { parseJsonTranscript } from "@/scoring/transcripts/parse-json-transcript";
import {
  parseFailure,
  type FormatOutcome,
  type ParseFailure,
  type ParseOutcome,
  type TranscriptFormat,
} from "@/scoring/transcripts/parse-outcome";
import { parsePlainText } from "@/scoring/transcripts/parse-plain-text";
import { parseSrt } from "@/scoring/transcripts/parse-srt";
import { parseVtt } from "@/scoring/transcripts/parse-vtt";
import { isSpoken, splitWords } from "@/scoring/transcripts/split-words";
import {
  MAX_TRANSCRIPT_BYTES,
  MAX_TRANSCRIPT_WORDS,
  START_ORDER_TOLERANCE_MS,
} from "@/scoring/transcripts/transcript-limits";
import type { ParsedTranscript } from "@/scoring/transcripts/words";

const PARSERS: Readonly<Record<TranscriptFormat, (text: string) => FormatOutcome>> = {
  vtt: parseVtt,
  srt: parseSrt,
  json: parseJsonTranscript,
  text: parsePlainText,
};

/**
 * Reads a supplied transcript: WebVTT, SRT, JSON words or plain text, found out by content when no format is named.
 * At most 1 MB and 20,000 words; times within 24 h, each start not before the one before it (100 ms tolerance, then
 * sorted). Never throws: what is wrong comes back with its line and a sentence for the sender.
 */
export function parseTranscript(text: string, format?: TranscriptFormat): ParseOutcome {
  if (text.length > MAX_TRANSCRIPT_BYTES || new TextEncoder().encode(text).length > MAX_TRANSCRIPT_BYTES) {
    return parseFailure(null, "The transcript is larger than 1 MB.");
  }
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (lines.includes("\0"))
    return parseFailure(null, "This is a binary file or not UTF-8: send the transcript as UTF-8 text.");
  if (lines.trim() === "") return parseFailure(null, "The transcript is empty.");
  const chosen = format ?? detectFormat(lines);
  const outcome = PARSERS[chosen](lines);
  if (!outcome.ok) return outcome;
  const settled = settle(outcome.parsed);
  return "ok" in settled ? settled : { ok: true, format: chosen, parsed: settled };
}

/** WEBVTT opens WebVTT; a line with an arrow near the top is SRT; a brace, or a bracket that opens a list, is JSON. */
function detectFormat(text: string): TranscriptFormat {
  const start = text.trimStart();
  if (/^WEBVTT(\s|$)/.test(start)) return "vtt";
  if (/^(\{|\[\s*[[{"\]])/.test(start)) return "json";
  return start.split("\n", 3).some(isTimingLine) ? "srt" : "text";
}

function settle(parsed: ParsedTranscript): ParsedTranscript | ParseFailure {
  const entries: readonly { text: string; startMs: number | null }[] =
    parsed.kind === "cues" ? parsed.cues : parsed.words;
  const words =
    parsed.kind === "cues" ? entries.reduce((sum, cue) => sum + splitWords(cue.text).length, 0) : entries.length;
  if (words === 0 || !entries.some((entry) => isSpoken(entry.text)))
    return parseFailure(null, "The transcript holds no words.");
  if (words > MAX_TRANSCRIPT_WORDS)
    return parseFailure(null, `The transcript has more than ${MAX_TRANSCRIPT_WORDS} words.`);
  const late = outOfOrder(entries);
  if (late)
    return parseFailure(
      null,
      `"${cleanLine(late.text).slice(0, 40)}" starts before the words ahead of it: put them in the order of time.`,
    );
  if (parsed.kind === "timed_words") {
    return { kind: "timed_words", words: parsed.words.toSorted((a, b) => a.startMs - b.startMs) };
  }
  return { kind: "cues", cues: parsed.cues.toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0)) };
}

function outOfOrder<T extends { readonly startMs: number | null }>(entries: readonly T[]): T | undefined {
  let latestMs = 0;
  return entries.find((entry) => {
    if (entry.startMs === null) return false;
    const late = entry.startMs < latestMs - START_ORDER_TOLERANCE_MS;
    latestMs = Math.max(latestMs, entry.startMs);
    return late;
  });
}
