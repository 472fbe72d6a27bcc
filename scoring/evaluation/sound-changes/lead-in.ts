import { insertSounds } from "@/scoring/evaluation/sound-changes/insert-sounds";
import type { SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";

/** The answer later in its recording: `lead` (room sound, silence) comes first, all words move by its length. */
export function leadIn(answer: SpokenAnswer, lead: Float32Array): SpokenAnswer {
  return insertSounds(answer, [{ atMs: 0, pcm: lead, words: [] }]);
}
