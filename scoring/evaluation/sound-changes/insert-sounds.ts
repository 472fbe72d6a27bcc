import { lengthMs, sampleAt, timeOf, type SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Sound to put into an answer, with the words in it (times from its own start). */
export interface Insertion {
  /** Where in the answer as it is; between two words. */
  readonly atMs: number;
  readonly pcm: Float32Array;
  readonly words: readonly TimedWord[];
}

/** Both sides of a cut fade over this long, so that it does not click. */
const FADE_MS = 5;

/** The answer with sounds put in; every word after one moves by its length. Insertions must ascend. */
export function insertSounds(answer: SpokenAnswer, insertions: readonly Insertion[]): SpokenAnswer {
  const added = insertions.reduce((sum, { pcm }) => sum + pcm.length, 0);
  const pcm = new Float32Array(answer.pcm.length + added);
  const words: TimedWord[] = [];
  let from = 0;
  let to = 0;
  let next = 0;
  let shiftMs = 0;
  const copyUntil = (end: number, endMs: number): void => {
    pcm.set(answer.pcm.subarray(from, end), to);
    to += end - from;
    from = end;
    for (let word = answer.words[next]; word !== undefined && middleOf(word) < endMs; word = answer.words[++next]) {
      words.push(moved(word, shiftMs));
    }
  };
  const cuts: number[] = [];
  for (const insertion of insertions) {
    copyUntil(Math.max(from, Math.min(answer.pcm.length, sampleAt(insertion.atMs))), insertion.atMs);
    const startMs = timeOf(to);
    words.push(...insertion.words.map((word) => moved(word, startMs)));
    pcm.set(insertion.pcm, to);
    cuts.push(to, to + insertion.pcm.length);
    to += insertion.pcm.length;
    shiftMs += lengthMs(insertion.pcm);
  }
  copyUntil(answer.pcm.length, Infinity);
  for (const cut of cuts) fadeAround(pcm, cut);
  return { pcm, words };
}

function moved(word: TimedWord, byMs: number): TimedWord {
  return { ...word, startMs: word.startMs + byMs, endMs: word.endMs + byMs };
}

function middleOf({ startMs, endMs }: TimedWord): number {
  return (startMs + endMs) / 2;
}

function fadeAround(pcm: Float32Array, cut: number): void {
  const reach = sampleAt(FADE_MS);
  for (let i = Math.max(0, cut - reach); i < Math.min(pcm.length, cut + reach); i++) {
    const away = (i < cut ? cut - i : i - cut + 1) / (reach + 1);
    // `?? 0`: i is in range.
    pcm[i] = (pcm[i] ?? 0) * Math.min(1, away);
  }
}
