import type { AlignedPhone } from "@/scoring/transcripts/phones";
import type { TimedWord } from "@/scoring/transcripts/words";

/**
 * Written words with the times of their first and last phone. A word without phones (another script) stands, without
 * length, where the word before it ends.
 */
export function wordsOfPhones(written: readonly string[], aligned: readonly AlignedPhone[]): TimedWord[] {
  let lastEndMs = 0;
  return written.map((text, index) => {
    const own = aligned.filter(({ word }) => word === index);
    const startMs = own[0]?.startMs ?? lastEndMs;
    lastEndMs = own.at(-1)?.endMs ?? lastEndMs;
    return { text, startMs, endMs: lastEndMs, confidence: null };
  });
}
