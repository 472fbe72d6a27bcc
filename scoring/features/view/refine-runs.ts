import { intervalMs, type Interval } from "@/scoring/acoustics/interval";

/**
 * How much sound a word may add at one edge of a gap. A lost fricative or stop takes 100-150 ms; recognisers and cue
 * files stretch words over whole pauses, and must not be able to hide one. [D]
 */
export const MOST_ADDED_MS = 150;
/** What is left of a touched gap and is shorter is a stop closure, no pause: the limit of findSpeechRuns (2.3). */
const SHORTEST_GAP_MS = 100;
/** A word that begins or ends this near to a run touches it: aligned words are within 20-50 ms. [D] */
const TOUCH_MS = 50;
/**
 * A longer word was stretched and tells nothing: 400 ms and 300 ms a syllable. Of words aligned in read answers of ten
 * speakers, 98 % of those of one syllable end by 680 ms, of two by 980 ms.
 */
const LONGEST_WORD_MS = 400;
const LONGEST_SYLLABLE_MS = 300;

/** A stretch that is known to be speech, and how many syllables were said in it. */
export interface KnownWord extends Interval {
  readonly syllables: number;
}

/**
 * Runs of speech, with the sound of known words that the search of the sound lost at the edges of gaps. A narrow band,
 * noise or a codec hide unvoiced consonants, so that a pause grows past a limit, or a gap opens inside a word; the words
 * were said all the same. A gap between two runs loses what words cover without a break from its edge on, at most 150 ms
 * an edge; a gap so touched that has less than 100 ms left is closed. The first start and the last end stay, runs are only
 * joined or made longer, and words that are too long, or touch no run, change nothing. No words: the runs as they are.
 *
 * @param runs ascending, not overlapping
 * @param words ascending by start
 */
export function refineRuns(runs: readonly Interval[], words: readonly KnownWord[]): readonly Interval[] {
  const plausible = words.filter(isPlausible);
  const first = runs[0];
  if (plausible.length === 0 || first === undefined) return runs;
  const refined: Interval[] = [];
  let current = first;
  let next = 0;
  for (const run of runs.slice(1)) {
    while ((plausible[next]?.endMs ?? Infinity) < current.endMs - TOUCH_MS) next++;
    const gap = shrinkGap({ startMs: current.endMs, endMs: run.startMs }, wordsBefore(plausible, next, run.startMs));
    if (gap === null) current = { startMs: current.startMs, endMs: run.endMs };
    else {
      refined.push({ startMs: current.startMs, endMs: gap.startMs });
      current = { startMs: gap.endMs, endMs: run.endMs };
    }
  }
  return [...refined, current];
}

function isPlausible(word: KnownWord): boolean {
  return word.syllables > 0 && intervalMs(word) <= LONGEST_WORD_MS + LONGEST_SYLLABLE_MS * word.syllables;
}

/** Words from index `from` on that may reach into a gap that ends at `endMs`. */
function wordsBefore(words: readonly KnownWord[], from: number, endMs: number): readonly KnownWord[] {
  let end = from;
  while ((words[end]?.startMs ?? Infinity) <= endMs + TOUCH_MS) end++;
  return words.slice(from, end);
}

/** The gap without what words cover at its edges; null when it is closed. */
function shrinkGap(gap: Interval, words: readonly KnownWord[]): Interval | null {
  const startMs = coveredUntil(gap, words);
  const mirrored = words.map((word) => mirror(word)).toSorted((a, b) => a.startMs - b.startMs);
  const endMs = -coveredUntil(mirror(gap), mirrored);
  if (startMs === gap.startMs && endMs === gap.endMs) return gap;
  return endMs - startMs < SHORTEST_GAP_MS ? null : { startMs, endMs };
}

/** How far words cover the gap without a break from its start on, at most MOST_ADDED_MS. */
function coveredUntil(gap: Interval, words: readonly Interval[]): number {
  let untilMs = gap.startMs;
  for (const word of words) {
    if (word.startMs <= untilMs + TOUCH_MS && word.endMs > untilMs) untilMs = word.endMs;
  }
  return Math.min(untilMs, gap.startMs + MOST_ADDED_MS, gap.endMs);
}

/** Time backwards: the end of a gap is then its start. */
function mirror({ startMs, endMs }: Interval): Interval {
  return { startMs: -endMs, endMs: -startMs };
}
