import { cleanLine } from "@/scoring/transcripts/clean-text";
import type { FormatOutcome } from "@/scoring/transcripts/parse-outcome";

/** Plain text: one cue without times for each paragraph (blank lines part them). All of it counts as spoken. */
export function parsePlainText(text: string): FormatOutcome {
  const cues = text
    .split(/\n[^\S\n]*\n/u)
    .map(cleanLine)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ text: paragraph, startMs: null, endMs: null }));
  return { ok: true, parsed: { kind: "cues", cues } };
}
