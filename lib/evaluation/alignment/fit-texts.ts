import path from "node:path";
import { z } from "zod";
import { acousticsFingerprint } from "@/lib/evaluation/acoustics-fingerprint";
import type { TextPair } from "@/lib/evaluation/alignment/text-pairs";
import { EvaluationDataError, type EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { keepResults } from "@/lib/evaluation/kept-results";
import { mapConcurrently } from "@/lib/evaluation/map-concurrently";
import { measureAnswer } from "@/lib/evaluation/measured-answers";
import type { JoinedAnswer } from "@/lib/evaluation/so762/joined-answers";
import { syllableMismatch } from "@/lib/recognition/check-supplied-times";
import {
  createSoundswallowerAligner,
  type FittedOutcome,
  type SoundswallowerAligner,
} from "@/lib/recognition/soundswallower-aligner";

const ANSWERS_AT_ONCE = 2;
/** Raised when a text is judged in another way, the aligner apart. */
const FIT_VERSION = "fit@1";

const fittedSchema = z.strictObject({
  fit: z.number().nullable(),
  outcome: z.enum(["accepted", "doubtful", "mismatch"]),
});

/** What the product makes of a text on a recording. `fit`: null where the words have no place in the sound at all. */
export type FittedText = z.infer<typeof fittedSchema>;

/** Lays every pair's text over its sound as the product does; what was measured before is read from the cache. */
export async function fitTexts(
  answers: readonly JoinedAnswer[],
  pairs: readonly TextPair[],
  { cacheDir, progress }: EvaluationContext,
): Promise<FittedText[]> {
  const aligner = createSoundswallowerAligner({ children: ANSWERS_AT_ONCE });
  const kept = keepResults(path.join(cacheDir, "text-fits"), fittedSchema);
  let done = 0;
  try {
    return await mapConcurrently(pairs, ANSWERS_AT_ONCE, async (pair) => {
      const answer = answers[pair.sound];
      const text = answers[pair.text]?.text;
      if (answer === undefined || text === undefined) throw new RangeError("a pair of answers that do not exist");
      const ingredients = [...answer.ingredients, acousticsFingerprint(), FIT_VERSION, aligner.id, text];
      const fitted = await kept.get(ingredients, () => fitText(answer, text, aligner, cacheDir));
      done += 1;
      if (done % 10 === 0) progress(`${done} of ${pairs.length} texts laid over recordings`);
      return fitted;
    });
  } finally {
    await aligner.close();
  }
}

async function fitText(
  answer: JoinedAnswer,
  text: string,
  aligner: SoundswallowerAligner,
  cacheDir: string,
): Promise<FittedText> {
  const { acoustics } = await measureAnswer(answer, { cacheDir, aligner });
  const cues = [{ text, startMs: null, endMs: null }];
  const parsed = { kind: "cues", cues } as const;
  const pcm = await answer.pcm();
  const lay = (): Promise<FittedOutcome> => aligner.alignWithFit(pcm, parsed, { language: "en", acoustics });
  let fitted = await lay();
  // On a machine that is busy with other things the aligner's time can run out: once more then.
  if (isBroken(fitted)) fitted = await lay();
  const { outcome, fit } = fitted;
  // Too many or too few syllables for the sound is what the product looks at first; the fit is measured all the same.
  if (syllableMismatch(cues, acoustics.nucleiMs.length) !== null) return { fit, outcome: "mismatch" };
  if (outcome.ok) return { fit, outcome: "accepted" };
  if (isBroken(fitted)) throw new EvaluationDataError(outcome.reason.detail);
  return { fit, outcome: outcome.reason.code === "transcript_doubtful" ? "doubtful" : "mismatch" };
}

function isBroken({ outcome }: FittedOutcome): boolean {
  return !outcome.ok && outcome.reason.code === "alignment_failed";
}
