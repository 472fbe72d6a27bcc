import type { Interval } from "@/scoring/acoustics/interval";
import type { Moment } from "@/scoring/features/measurement";
import type { TimedWord } from "@/scoring/transcripts/words";

/** A block of 15 s holds some forty words; so many are enough to recognise the place. */
const MAX_WORDS = 12;
const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;

function clock(ms: number): string {
  const seconds = Math.floor(ms / MS_PER_SECOND);
  return `${Math.floor(seconds / SECONDS_PER_MINUTE)}:${String(seconds % SECONDS_PER_MINUTE).padStart(2, "0")}`;
}

/** A block as a place to jump to: how it begins, or its times where there are no words. */
export function blockMoment({ startMs, endMs }: Interval, words: readonly TimedWord[]): Moment {
  const said: string[] = [];
  for (const word of words) if (word.startMs >= startMs && word.startMs < endMs) said.push(word.text);
  if (said.length === 0) return { startMs, endMs, text: `${clock(startMs)} to ${clock(endMs)}` };
  const text = said.slice(0, MAX_WORDS).join(" ");
  return { startMs, endMs, text: said.length > MAX_WORDS ? `${text} …` : text };
}
