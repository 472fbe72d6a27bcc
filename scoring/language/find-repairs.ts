import type { Occurrence } from "@/scoring/features/answer-view";
import type { LanguagePack } from "@/scoring/language/language-pack";
import type { SpokenWord } from "@/scoring/language/split-words";

/** Longest string that counts as a restart, and how many words may lie between its two starts' ends (3, REP100). */
const MAX_RESTART_WORDS = 3;
const RESTART_REACH_WORDS = 4;

export interface RepairedWords {
  /** The words without immediate repeats and cut-off beginnings. */
  readonly kept: SpokenWord[];
  readonly repairs: Occurrence[];
}

/**
 * Finds repeats and restarts (REP100), fillers already taken out. A repair is
 * - a word or a string of up to three words said twice in a row ("I went I went"); the first saying is removed;
 * - a word cut off and begun again ("cus- customer"); the fragment is removed;
 * - a subject with its verb taken up again within the next four words ("I was go- so I was"): counted, nothing removed.
 *   A single word that returns later ("the bill and the order") is ordinary English and is not counted.
 * Doubles said on purpose ("very very") and anything across a sentence end are left alone.
 */
export function findRepairs(words: readonly SpokenWord[], pack: LanguagePack | null): RepairedWords {
  const kept: SpokenWord[] = [];
  const repairs: Occurrence[] = [];
  for (let at = 0; at < words.length;) {
    const drop = cutOffLength(words, at) || repeatedLength(words, at, pack);
    const word = words[at];
    if (drop > 0) repairs.push(occurrence(words, at, at + 2 * drop));
    else if (word !== undefined) kept.push(word);
    at += Math.max(1, drop);
  }
  // Restarts are looked for in what is left, so that a fragment in between does not hide one.
  for (let at = 0; at < kept.length; at++) {
    const end = restartEnd(kept, at, pack);
    if (end > 0) repairs.push(occurrence(kept, at, end));
  }
  return { kept, repairs: repairs.sort((a, b) => a.startMs - b.startMs) };
}

function cutOffLength(words: readonly SpokenWord[], at: number): number {
  const word = words[at];
  const next = words[at + 1];
  return word?.cutOff === true && next !== undefined && next.text.startsWith(word.text) ? 1 : 0;
}

/** Length of the string at `at` that is said again at once; 0 when none is. */
function repeatedLength(words: readonly SpokenWord[], at: number, pack: LanguagePack | null): number {
  for (let length = MAX_RESTART_WORDS; length >= 1; length--) {
    if (!sameWords(words, at, at + length, length)) continue;
    if (crossesSentence(words, at, at + length)) continue;
    const deliberate = words.slice(at, at + length).every((word) => pack?.deliberateRepeats.has(word.text) ?? false);
    if (!deliberate) return length;
  }
  return 0;
}

/** End (exclusive) of a restart whose first saying begins at `at`; 0 when there is none. */
function restartEnd(words: readonly SpokenWord[], at: number, pack: LanguagePack | null): number {
  const subject = words[at];
  if (pack === null || subject === undefined || !pack.restartSubjects.has(subject.text)) return 0;
  for (let length = MAX_RESTART_WORDS; length >= 2; length--) {
    for (let again = at + length + 1; again + length <= at + length + RESTART_REACH_WORDS; again++) {
      if (sameWords(words, at, again, length) && !crossesSentence(words, at, again)) return again + length;
    }
  }
  return 0;
}

function sameWords(words: readonly SpokenWord[], first: number, second: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) {
    const word = words[first + offset];
    if (word === undefined || word.text !== words[second + offset]?.text) return false;
  }
  return true;
}

function crossesSentence(words: readonly SpokenWord[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => word.mark !== "" && ".?!".includes(word.mark));
}

function occurrence(words: readonly SpokenWord[], from: number, to: number): Occurrence {
  const covered = words.slice(from, to);
  return {
    text: covered.map((word) => word.text).join(" "),
    startMs: covered[0]?.startMs ?? 0,
    endMs: covered[covered.length - 1]?.endMs ?? 0,
  };
}
