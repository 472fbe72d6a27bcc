import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { heldVowel } from "@/scoring/evaluation/sound-changes/held-vowel";
import { insertSounds } from "@/scoring/evaluation/sound-changes/insert-sounds";
import { lengthMs, type SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { spreadEvenly, wordGaps } from "@/scoring/evaluation/sound-changes/word-gaps";
import { median } from "@/scoring/features/view/median";

/** Middle of the range of "um" and "uh" in conversation, 250-450 ms (Clark & Fox Tree 2002). */
const FILLER_MS = 350;
/** A filled pause is a little softer than stressed vowels, dB below loud speech. */
const BELOW_SPEECH_DB = 6;
/** Where the recording has no voice to go by, Hz. */
const USUAL_F0_HZ = 150;

/**
 * "Um" put between words, `perHundred` of every hundred words, evenly over the answer: in the words, and in the sound as a
 * held vowel at the speaker's own median pitch and loudness. Everything after one moves by its 350 ms.
 */
export function insertFillers(answer: SpokenAnswer, acoustics: AcousticArtifacts, perHundred: number): SpokenAnswer {
  const { frames, levels } = acoustics;
  const f0Hz = median(frames.f0Hz.filter((hz) => hz > 0)) ?? USUAL_F0_HZ;
  const pcm = heldVowel({ durationMs: FILLER_MS, f0Hz, levelDb: (levels.speechDb ?? 0) - BELOW_SPEECH_DB });
  const words = [{ text: "um", startMs: 0, endMs: lengthMs(pcm), confidence: null }];
  const count = Math.round((perHundred * answer.words.length) / 100);
  const places = spreadEvenly(wordGaps(answer.words), count);
  return insertSounds(
    answer,
    places.map(({ atMs }) => ({ atMs, pcm, words })),
  );
}
