import type { TimedWord } from "@/scoring/transcripts/words";

/** Words of a text as if spoken evenly: one every `stepMs`, each lasting three quarters of that. */
export function spokenWords(text: string, stepMs = 400): TimedWord[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  return words.map((word, index) => ({
    text: word,
    startMs: index * stepMs,
    endMs: index * stepMs + (3 * stepMs) / 4,
    confidence: null,
  }));
}
