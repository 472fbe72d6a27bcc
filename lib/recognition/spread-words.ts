import { expectedSyllables } from "@/lib/recognition/expected-syllables";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";
import { splitWords } from "@/scoring/transcripts/split-words";
import type { TimedWord, TranscriptCue } from "@/scoring/transcripts/words";

/**
 * Estimated word times where no aligner speaks the language: the words of a cue share the time of its speech runs in
 * proportion to their expected syllables. Runs without a syllable nucleus are left out, unless none has one; a cue
 * without a run is filled from start to end. Pace inside a cue is not followed, and a word may reach over a pause.
 * Cues share all of the recording when any of them has no times. Words are ascending and do not overlap.
 */
export function spreadWords(cues: readonly TranscriptCue[], acoustics: AcousticArtifacts): TimedWord[] {
  const timed = cues.every((cue) => cue.startMs !== null && cue.endMs !== null);
  const whole = { startMs: 0, endMs: acoustics.durationMs };
  if (!timed)
    return spreadOver(
      cues.flatMap((cue) => splitWords(cue.text)),
      whole,
      acoustics,
    );
  let fromMs = 0;
  return cues.flatMap((cue) => {
    const startMs = Math.max(fromMs, cue.startMs ?? 0);
    const endMs = Math.max(startMs, Math.min(cue.endMs ?? startMs, acoustics.durationMs));
    fromMs = endMs;
    return spreadOver(splitWords(cue.text), { startMs, endMs }, acoustics);
  });
}

function spreadOver(words: readonly string[], place: Interval, acoustics: AcousticArtifacts): TimedWord[] {
  const stretches = spokenStretches(place, acoustics);
  const lengths = stretches.map(({ startMs, endMs }) => endMs - startMs);
  const spokenMs = lengths.reduce((sum, length) => sum + length, 0);
  const weights = words.map(expectedSyllables);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return words.map((text, index) => {
    const startMs = timeAt((before / total) * spokenMs, stretches, "start");
    before += weights[index] ?? 0;
    const endMs = timeAt((before / total) * spokenMs, stretches, "end");
    return { text, startMs: Math.round(startMs), endMs: Math.round(Math.max(startMs, endMs)), confidence: null };
  });
}

/** The speech runs inside a place that hold a nucleus; without such, all its runs; without any, the place itself. */
function spokenStretches(place: Interval, { runs, nucleiMs }: AcousticArtifacts): Interval[] {
  const inside = runs
    .map((run) => ({ startMs: Math.max(run.startMs, place.startMs), endMs: Math.min(run.endMs, place.endMs) }))
    .filter((run) => run.endMs > run.startMs);
  const voiced = inside.filter((run) => nucleiMs.some((ms) => ms >= run.startMs && ms < run.endMs));
  if (voiced.length > 0) return voiced;
  return inside.length > 0 ? inside : [place];
}

/** The time at a distance along the stretches; at a border, the start of the next or the end of the one before. */
function timeAt(distanceMs: number, stretches: readonly Interval[], side: "start" | "end"): number {
  let leftMs = distanceMs;
  for (const [index, { startMs, endMs }] of stretches.entries()) {
    const lengthMs = endMs - startMs;
    const isLast = index === stretches.length - 1;
    // Sums of shares miss the border by rounding only.
    if (isLast || leftMs < lengthMs - 1e-6 || (side === "end" && leftMs <= lengthMs + 1e-6))
      return startMs + Math.min(leftMs, lengthMs);
    leftMs = Math.max(0, leftMs - lengthMs);
  }
  return 0;
}
