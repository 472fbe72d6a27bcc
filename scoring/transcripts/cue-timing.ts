import { MAX_TRANSCRIPT_TIME_MS } from "@/scoring/transcripts/transcript-limits";

const STAMP = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const WHOLE_STAMP = new RegExp(`^${STAMP}$`);

/** A line that carries the times of a cue, well formed or not. */
export function isTimingLine(line: string): boolean {
  return line.includes("-->");
}

/**
 * Milliseconds of `[hours:]minutes:seconds.fraction`; WebVTT writes a point, SRT a comma, both are read.
 * null when it is no time, or lies beyond a day.
 */
export function parseStamp(stamp: string): number | null {
  const match = WHOLE_STAMP.exec(stamp);
  if (!match) return null;
  const [, hours = "0", minutes = "", seconds = "", fraction = ""] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const wholeSeconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const ms = wholeSeconds * 1000 + Number(fraction.padEnd(3, "0"));
  return ms <= MAX_TRANSCRIPT_TIME_MS ? ms : null;
}

/** Start and end of `start --> end [settings]`, or a sentence about what is wrong with it. */
export function parseTimingLine(line: string): { startMs: number; endMs: number } | string {
  const [before = "", after = "", ...more] = line.split("-->");
  const start = before.trim();
  const end = after.trim().split(/\s+/, 1)[0] ?? "";
  if (more.length > 0) return "This line has more than one arrow (-->).";
  const startMs = parseStamp(start);
  const endMs = parseStamp(end);
  if (startMs === null) return `"${clip(start)}" is not a time; write hours:minutes:seconds.milliseconds, below 24 h.`;
  if (endMs === null) return `"${clip(end)}" is not a time; write hours:minutes:seconds.milliseconds, below 24 h.`;
  if (endMs < startMs) return "The cue ends before it starts.";
  return { startMs, endMs };
}

function clip(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}...`;
}
