import { expectedSyllables } from "@/lib/recognition/expected-syllables";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { overlapMs, type Interval } from "@/scoring/acoustics/interval";

/** Containers round their length, and recognisers pad the last word. */
export const END_TOLERANCE_MS = 1_000;
/**
 * Least share of word time that is on speech. On 53 joined speechocean762 recordings right word times reached 0.84-0.99,
 * and 0.68-0.97 when each word was stretched over the pause after it (up to 1 s), as some recognisers do; another
 * speaker's word times 0.27-0.84. Cues span pauses by design and are asked for less.
 */
export const LOWEST_WORD_TIME_ON_SPEECH = { word: 0.6, cue: 0.4 } as const;
/**
 * Least share of speech that has words. Same recordings: right word times 0.72-0.99, another speaker's 0.29-0.82. The
 * room below is for transcripts that leave out fillers and repeats.
 */
export const LOWEST_SPEECH_COVERED = 0.55;
/**
 * Expected syllables of the text for each nucleus heard. On 60 joined recordings of children and second-language adults
 * with their own text 0.42-0.97; 2.6 on one hoarse, noisy clip, where few nuclei are heard. Wide for such.
 * Together the three refused none of the 53 and 1,933 of 2,756 (70 %) word times of another speaker.
 */
export const SYLLABLE_RATIO_RANGE = [0.3, 4] as const;

interface TimedText extends Interval {
  readonly text: string;
}

/**
 * Why supplied times do not belong to the recording, as a public sentence; null when nothing speaks against them. Times
 * lie inside the recording, word time is on speech, speech is covered by words, and the text has about as many syllables
 * as were heard. Works for words and for cues. A recording without speech runs is not judged here.
 */
export function findTimeMismatch(
  timed: readonly TimedText[],
  acoustics: AcousticArtifacts,
  unit: keyof typeof LOWEST_WORD_TIME_ON_SPEECH = "word",
): string | null {
  const { durationMs, runs, nucleiMs } = acoustics;
  const outside = timed.find(({ endMs }) => endMs > durationMs + END_TOLERANCE_MS);
  if (outside) {
    return `"${outside.text.slice(0, 40)}" ends at ${seconds(outside.endMs)} s, but the recording is ${seconds(durationMs)} s long.`;
  }
  const speechMs = totalMs(runs);
  if (speechMs === 0) return null;
  const textMs = totalMs(timed);
  const sharedMs = sharedTimeMs(timed, runs);
  if (textMs > 0 && sharedMs / textMs < LOWEST_WORD_TIME_ON_SPEECH[unit]) {
    return `Only ${percent(sharedMs / textMs)} of the transcript's word time is on speech in the recording.`;
  }
  if (sharedMs / speechMs < LOWEST_SPEECH_COVERED) {
    return `The transcript covers only ${percent(sharedMs / speechMs)} of the speech in the recording.`;
  }
  return syllableMismatch(timed, nucleiMs.length);
}

/** The check of {@link findTimeMismatch} that needs no times: about as many syllables in the text as heard. */
export function syllableMismatch(texts: readonly { readonly text: string }[], heard: number): string | null {
  const written = texts.reduce(
    (sum, { text }) => sum + text.split(/\s+/).reduce((all, word) => all + expectedSyllables(word), 0),
    0,
  );
  const [lowest, highest] = SYLLABLE_RATIO_RANGE;
  // A handful of syllables is too few for a ratio.
  if (Math.max(written, heard) < 20 || (written >= heard * lowest && written <= heard * highest)) return null;
  return `The transcript has about ${Math.round(written)} syllables, and ${heard} were heard.`;
}

/** Time that both ascending lists share, ms. */
function sharedTimeMs(timed: readonly Interval[], runs: readonly Interval[]): number {
  let first = 0;
  let sum = 0;
  for (const word of timed) {
    while (first < runs.length && (runs[first]?.endMs ?? 0) <= word.startMs) first += 1;
    for (const run of runs.slice(first)) {
      if (run.startMs >= word.endMs) break;
      sum += overlapMs(word, run);
    }
  }
  return sum;
}

function totalMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
