import { z } from "zod";
import { cleanLine } from "@/scoring/transcripts/clean-text";
import { dropAnnotations, dropSpeakerLabels } from "@/scoring/transcripts/drop-annotations";
import { parseFailure, type FormatOutcome } from "@/scoring/transcripts/parse-outcome";
import { isSpoken } from "@/scoring/transcripts/split-words";
import { MAX_TRANSCRIPT_TIME_MS } from "@/scoring/transcripts/transcript-limits";

const TIME = z.number().min(0).max(MAX_TRANSCRIPT_TIME_MS);
const SHARE = z.number().min(0).max(1);
const ENTRY = z
  .object({
    text: z.string().max(10_000).optional(),
    word: z.string().max(1_000).optional(),
    punctuated_word: z.string().max(1_000).optional(),
    start_ms: TIME.optional(),
    end_ms: TIME.optional(),
    start: TIME.nullish(),
    end: TIME.nullish(),
    confidence: SHARE.nullish(),
    probability: SHARE.nullish(),
  })
  .refine((entry) => (entry.punctuated_word ?? entry.word ?? entry.text) !== undefined, "needs text or word");

type Entry = z.infer<typeof ENTRY>;

interface Word {
  text: string;
  startMs: number;
  endMs: number;
  confidence: number | null;
}

/**
 * No word lasts ten seconds at the median, and none ten milliseconds: `start`/`end` whose median length is above this
 * are milliseconds (AssemblyAI writes them so), below it seconds.
 */
const MEDIAN_LENGTH_OF_MILLISECONDS = 10;

/**
 * Timed words from JSON entries; `label` names the list in a failure. Entries that are punctuation alone join the word
 * before them; when any entry holds several words, all of them are cues.
 */
export function wordsFromEntries(raw: readonly unknown[], label: string): FormatOutcome {
  const entries: Entry[] = [];
  for (const [index, value] of raw.entries()) {
    const entry = ENTRY.safeParse(value);
    if (!entry.success) return parseFailure(null, `${label} ${index + 1}: ${firstIssue(entry.error)}`);
    entries.push(entry.data);
  }
  const unitMs = unitOfStartAndEnd(entries);
  const words: Word[] = [];
  for (const [index, entry] of entries.entries()) {
    const text = entryText(entry);
    const last = words.at(-1);
    if (!isSpoken(text)) {
      if (last && text !== "") last.text += text;
      continue;
    }
    const times = entryTimes(entry, unitMs);
    if (typeof times === "string")
      return parseFailure(null, `${label} ${index + 1} ("${text.slice(0, 40)}"): ${times}`);
    words.push({ text, ...times, confidence: entry.confidence ?? entry.probability ?? null });
  }
  if (words.some((word) => word.text.includes(" "))) {
    return {
      ok: true,
      parsed: { kind: "cues", cues: words.map(({ text, startMs, endMs }) => ({ text, startMs, endMs })) },
    };
  }
  return { ok: true, parsed: { kind: "timed_words", words } };
}

/** Labels only go where words follow them: an entry "customer:" is a word that was said. */
function entryText(entry: Entry): string {
  const text = cleanLine(dropAnnotations(entry.punctuated_word ?? entry.word ?? entry.text ?? ""));
  const rest = dropSpeakerLabels(text).trim();
  return isSpoken(rest) ? rest : text;
}

function entryTimes(entry: Entry, unitMs: number): { startMs: number; endMs: number } | string {
  const startMs = entry.start_ms ?? (entry.start == null ? null : entry.start * unitMs);
  const endMs = entry.end_ms ?? (entry.end == null ? null : entry.end * unitMs);
  if (startMs === null || endMs === null) return "needs start_ms and end_ms, or start and end in seconds.";
  if (endMs < startMs) return "ends before it starts.";
  if (endMs > MAX_TRANSCRIPT_TIME_MS) return "lies beyond 24 hours; start and end are in seconds.";
  return { startMs: Math.round(startMs), endMs: Math.round(endMs) };
}

function unitOfStartAndEnd(entries: readonly Entry[]): 1 | 1000 {
  const lengths = entries
    .flatMap((entry) => (entry.start == null || entry.end == null ? [] : [entry.end - entry.start]))
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) > MEDIAN_LENGTH_OF_MILLISECONDS ? 1 : 1000;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not a word"}`.trim();
}
