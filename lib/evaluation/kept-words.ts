import { z } from "zod";
import type { WordsOutcome } from "@/scoring/transcripts/ports";

const REASONS = [
  "no_recogniser",
  "unsupported_language",
  "transcript_mismatch",
  "transcript_doubtful",
  "alignment_failed",
] as const;

/** The outcome of the search for words as small JSON: [text, startMs, endMs] of aligned words, or why there are none. */
export const keptWordsSchema = z.union([
  z.strictObject({ words: z.array(z.tuple([z.string(), z.number().min(0), z.number().min(0)])) }),
  z.strictObject({ code: z.enum(REASONS), detail: z.string() }),
]);

export type KeptWords = z.infer<typeof keptWordsSchema>;

export function toKeptWords(outcome: WordsOutcome): KeptWords {
  if (!outcome.ok) return outcome.reason;
  return { words: outcome.transcript.words.map(({ text, startMs, endMs }) => [text, startMs, endMs]) };
}

/** English words by forced alignment, as they were kept. */
export function fromKeptWords(kept: KeptWords): WordsOutcome {
  if ("code" in kept) return { ok: false, reason: kept };
  const words = kept.words.map(([text, startMs, endMs]) => ({ text, startMs, endMs, confidence: null }));
  return { ok: true, transcript: { source: "aligned", language: "en", words, meanConfidence: null } };
}
