import type { TimedWord, Transcript } from "@/scoring/transcripts/words";

/** Two lines of 37 letters, the usual limit of subtitle guides, is about this many words. */
const MAX_CUE_WORDS = 12;
/** A silent pause (250 ms, de Jong & Bosker 2013) twice over is a good place to break the text. */
const CUE_BREAK_MS = 500;

/**
 * WebVTT of a transcript: cues of at most 12 words, broken at pauses and sentence ends, with each word's own start and
 * end inside (`<time>word<time>`), so that reading it back gives the same words and times.
 */
export function toVtt(transcript: Transcript): string {
  const cues = groupCues(transcript.words).map((words) => `${cueTimes(words)}\n${cueText(words)}\n`);
  return ["WEBVTT\n", ...cues].join("\n");
}

function groupCues(words: readonly TimedWord[]): TimedWord[][] {
  const cues: TimedWord[][] = [];
  for (const word of words) {
    const open = cues.at(-1);
    const last = open?.at(-1);
    // Overlapping words cannot share a cue: the stamps inside a cue ascend.
    const fits =
      last && word.startMs >= last.endMs && word.startMs - last.endMs < CUE_BREAK_MS && !/[.?!]$/.test(last.text);
    if (open && fits && open.length < MAX_CUE_WORDS) open.push(word);
    else cues.push([word]);
  }
  return cues;
}

function cueTimes(words: readonly TimedWord[]): string {
  return `${stamp(words[0]?.startMs ?? 0)} --> ${stamp(words.at(-1)?.endMs ?? 0)}`;
}

function cueText(words: readonly TimedWord[]): string {
  return words
    .map((word, index) => {
      const next = words[index + 1];
      const opens = index === 0 ? "" : `<${stamp(word.startMs)}>`;
      const closes = next && next.startMs > word.endMs ? `<${stamp(word.endMs)}>` : "";
      return `${opens}${escapeText(word.text)}${closes}`;
    })
    .join(" ");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Milliseconds as `hh:mm:ss.mmm`. */
function stamp(ms: number): string {
  const whole = Math.round(ms);
  const two = (value: number): string => String(value).padStart(2, "0");
  const seconds = Math.floor(whole / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(whole % 1000).padStart(3, "0")}`;
}
