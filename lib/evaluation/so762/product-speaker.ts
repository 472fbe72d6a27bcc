import { mapConcurrently } from "@/lib/evaluation/map-concurrently";
import { measureAnswer } from "@/lib/evaluation/measured-answers";
import { scoreMeasuredAnswer } from "@/lib/evaluation/score-measured-answer";
import { joinedAnswers, type LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import type { EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";

const AT_ONCE = 2;

/** What the product's own model says of a speaker's joined answer. */
export interface ProductSpeaker {
  readonly speaker: string;
  /** null where the score was withheld. */
  readonly clarity: number | null;
}

/** The product's clarity of every speaker's sentences, joined to one answer and sent with an untimed transcript. */
export async function scoreSpeakers(
  recordings: readonly LabelledRecording[],
  { cacheDir, progress }: EvaluationContext,
): Promise<ProductSpeaker[]> {
  const answers = joinedAnswers(recordings);
  progress(`${answers.length} joined answers`);
  const aligner = createSoundswallowerAligner();
  try {
    return await mapConcurrently(answers, AT_ONCE, async (answer) => {
      const scored = scoreMeasuredAnswer(await measureAnswer(answer, { cacheDir, aligner }));
      const clarity = scored?.modes.standard.clarity;
      return { speaker: answer.speaker, clarity: clarity?.kind === "scored" ? clarity.score : null };
    });
  } finally {
    await aligner.close();
  }
}
