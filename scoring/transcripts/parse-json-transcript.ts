import { z } from "zod";
import { wordsFromEntries } from "@/scoring/transcripts/json-entries";
import { parseFailure, type FormatOutcome } from "@/scoring/transcripts/parse-outcome";
import { parsePlainText } from "@/scoring/transcripts/parse-plain-text";

const WORDS = z.object({ words: z.array(z.unknown()).min(1) });
const SEGMENTS = z.object({ segments: z.array(z.unknown()).min(1) });
const SEGMENT_WORDS = z.array(WORDS);
const TEXT_ONLY = z.object({ text: z.string() });
const EMPTY = z.array(z.unknown()).max(0);
const NO_WORDS = z.union([
  EMPTY,
  z.object({ words: EMPTY, text: z.undefined().optional() }),
  z.object({
    segments: z.array(z.object({ words: EMPTY, text: z.undefined().optional() })),
    text: z.undefined().optional(),
  }),
]);

/**
 * JSON words: an array of entries, `{words: [...]}`, `{segments: [...]}` (with or without words inside, as OpenAI's
 * verbose_json and whisper tools write it), or `{text}` alone. Unknown fields are ignored.
 */
export function parseJsonTranscript(text: string): FormatOutcome {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return parseFailure(lineOfSyntaxError(text, error), "This is not valid JSON.");
  }
  if (NO_WORDS.safeParse(value).success) return parseFailure(null, "The transcript holds no words.");
  if (Array.isArray(value)) return wordsFromEntries(value, "entry");
  const words = WORDS.safeParse(value);
  if (words.success) return wordsFromEntries(words.data.words, "words");
  const segments = SEGMENTS.safeParse(value);
  if (segments.success) {
    const inner = SEGMENT_WORDS.safeParse(segments.data.segments);
    if (inner.success)
      return wordsFromEntries(
        inner.data.flatMap((segment) => segment.words),
        "words of the segments,",
      );
    return wordsFromEntries(segments.data.segments, "segments");
  }
  const plain = TEXT_ONLY.safeParse(value);
  if (plain.success) return parsePlainText(plain.data.text);
  return parseFailure(null, 'JSON holds a list of words, {"words": [...]}, {"segments": [...]} or {"text": "..."}.');
}

/** The engine says where it stopped reading ("at position 17"); without that the end of the text is to blame. */
function lineOfSyntaxError(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}
