import { insertSounds, type Insertion } from "@/scoring/evaluation/sound-changes/insert-sounds";
import { sampleAt, type SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { wordGaps } from "@/scoring/evaluation/sound-changes/word-gaps";

/** What people say to sound helpful, strung together. */
export const STOCK_EMPATHY_PHRASES: readonly string[] = [
  "I completely understand how you feel.",
  "I am so sorry to hear that.",
  "Please don't worry about it.",
  "I will take care of it.",
  "Thank you for your patience.",
];

/**
 * Phrases pasted one after the other at the end of the sentence nearest to the middle of the answer. Their sound is the
 * speaker's own: for a phrase of k words the first k words of the answer that were not lent yet, with their times.
 */
export function pastePhrases(answer: SpokenAnswer, phrases: readonly string[]): SpokenAnswer {
  const middle = answer.words.length / 2;
  const ends = wordGaps(answer.words).filter(({ endsSentence }) => endsSentence);
  const place = ends.toSorted((a, b) => Math.abs(a.after - middle) - Math.abs(b.after - middle))[0];
  if (place === undefined) return answer;
  let lent = 0;
  const insertions = phrases.flatMap((phrase): Insertion[] => {
    const texts = phrase.split(" ");
    const spoken = answer.words.slice(lent, lent + texts.length);
    lent += texts.length;
    const [first] = spoken;
    const last = spoken.at(-1);
    if (first === undefined || last === undefined || spoken.length < texts.length) return [];
    const words = spoken.map((word, i) => ({
      ...word,
      text: texts[i] ?? "",
      startMs: word.startMs - first.startMs,
      endMs: word.endMs - first.startMs,
    }));
    return [{ atMs: place.atMs, pcm: answer.pcm.slice(sampleAt(first.startMs), sampleAt(last.endMs)), words }];
  });
  return insertSounds(answer, insertions);
}
