import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";

/** Fine enough for the shortest pause that counts (250 ms). */
const STEP_MS = 20;
/** Less silence than this between the first and the last speech says nothing about where words may not be. */
const MIN_SILENCE_MS = 2_000;

/**
 * How well the times of the words agree with where speech was heard: the phi coefficient (Pearson's r of two yes-or-no
 * series, -1..1) of "a word is said" and "there is speech", every 20 ms of the response window. Times of other speech
 * are independent of this one's pauses and come out near 0, however much of the window they cover; right times reach
 * 0.6 and more. Null where there is too little silence to tell.
 */
export function wordSpeechAgreement(words: readonly Interval[], acoustics: AcousticArtifacts): number | null {
  const { runs } = acoustics;
  const startMs = runs[0]?.startMs ?? 0;
  const steps = Math.floor(((runs.at(-1)?.endMs ?? 0) - startMs) / STEP_MS);
  const said = mark(words, startMs, steps);
  const heard = mark(runs, startMs, steps);
  const counts = { both: 0, said: 0, heard: 0 };
  for (let step = 0; step < steps; step++) {
    const isSaid = said[step] ?? 0;
    const isHeard = heard[step] ?? 0;
    counts.said += isSaid;
    counts.heard += isHeard;
    counts.both += isSaid * isHeard;
  }
  if ((steps - counts.heard) * STEP_MS < MIN_SILENCE_MS) return null;
  const spread = Math.sqrt(counts.said * (steps - counts.said) * counts.heard * (steps - counts.heard));
  return spread === 0 ? null : (steps * counts.both - counts.said * counts.heard) / spread;
}

function mark(spans: readonly Interval[], startMs: number, steps: number): Uint8Array {
  const marks = new Uint8Array(steps);
  for (const span of spans) {
    const first = Math.max(0, Math.round((span.startMs - startMs) / STEP_MS));
    const end = Math.min(steps, Math.round((span.endMs - startMs) / STEP_MS));
    if (end > first) marks.fill(1, first, end);
  }
  return marks;
}
