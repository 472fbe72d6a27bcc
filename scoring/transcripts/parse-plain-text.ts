import { cleanLine } from "@/scoring/transcripts/clean-text";
import { dropAnnotations, dropSpeakerLabels } from "@/scoring/transcripts/drop-annotations";
import type { FormatOutcome } from "@/scoring/transcripts/parse-outcome";

/**
 * Plain text: one cue without times for each paragraph (blank lines part them). All of it counts as spoken, but for
 * speaker labels at a line's start, notes in square brackets and tags in angle brackets.
 */
export function parsePlainText(text: string): FormatOutcome {
  const cues = dropSpeakerLabels(text)
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => cleanLine(dropAnnotations(paragraph)))
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ text: paragraph, startMs: null, endMs: null }));
  return { ok: true, parsed: { kind: "cues", cues } };
}
