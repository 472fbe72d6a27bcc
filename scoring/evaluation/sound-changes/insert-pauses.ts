import type { Interval } from "@/scoring/acoustics/interval";
import { insertSounds } from "@/scoring/evaluation/sound-changes/insert-sounds";
import { roomSound } from "@/scoring/evaluation/sound-changes/room-sound";
import type { SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { spreadEvenly, wordGaps } from "@/scoring/evaluation/sound-changes/word-gaps";

/** A stretch of the room's sound put between words inside phrases, `count` times evenly over the answer. */
export function insertPauses(
  answer: SpokenAnswer,
  runs: readonly Interval[],
  { count, durationMs }: { readonly count: number; readonly durationMs: number },
): SpokenAnswer {
  const pcm = roomSound(answer.pcm, runs, durationMs);
  const places = spreadEvenly(
    wordGaps(answer.words).filter(({ insidePhrase }) => insidePhrase),
    count,
  );
  return insertSounds(
    answer,
    places.map(({ atMs }) => ({ atMs, pcm, words: [] })),
  );
}
