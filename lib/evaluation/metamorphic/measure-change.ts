import path from "node:path";
import { z } from "zod";
import { acousticsFingerprint } from "@/lib/evaluation/acoustics-fingerprint";
import { keepResults } from "@/lib/evaluation/kept-results";
import type { AnswerChange } from "@/lib/evaluation/metamorphic/answer-changes";
import { changeFingerprint } from "@/lib/evaluation/metamorphic/change-fingerprint";
import type { CleanAnswer } from "@/lib/evaluation/metamorphic/clean-answers";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { fromStoredAcoustics, storedAcousticsSchema, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import type { TimedWord } from "@/scoring/transcripts/words";

/** What the scorer reads of a changed answer. */
export interface ChangedAnswer {
  readonly acoustics: AcousticArtifacts;
  readonly words: readonly TimedWord[];
}

const keptSchema = z
  .strictObject({
    acoustics: storedAcousticsSchema,
    words: z.array(z.tuple([z.string(), z.number(), z.number()])),
  })
  .nullable();

/**
 * A changed answer as the product measures it: the sound is analysed anew, and kept, because that takes a second (by what the change makes of a fixed
 * sound, so that one that is made differently is measured again); words
 * keep their times, moved with what was put in, so that only the scoring is tested and not the aligner.
 *
 * @param other another speaker's answer, for changes that need one
 */
export async function measureChange(
  change: AnswerChange,
  clean: CleanAnswer,
  other: CleanAnswer,
  cacheDir: string,
): Promise<ChangedAnswer | null> {
  if (change.wordsOnly === true) {
    const changed = await change.apply(clean, other);
    return changed && { acoustics: clean.acoustics, words: changed.words };
  }
  const kept = keepResults(path.join(cacheDir, "changed-answers"), keptSchema);
  const said = JSON.stringify(clean.words.map(({ text, startMs, endMs }) => [text, startMs, endMs]));
  const made = [await changeFingerprint(change), change.row, change.variant, acousticsFingerprint()];
  const result = await kept.get(
    [...clean.ingredients, ...(change.usesOther ? other.ingredients : []), said, ...made],
    async () => {
      const changed = await change.apply(clean, other);
      if (changed === null) return null;
      const words = changed.words.map(({ text, startMs, endMs }): [string, number, number] => [text, startMs, endMs]);
      return { acoustics: toStoredAcoustics(analyseAcoustics(changed.pcm)), words };
    },
  );
  if (result === null) return null;
  const words = result.words.map(([text, startMs, endMs]) => ({ text, startMs, endMs, confidence: null }));
  return { acoustics: fromStoredAcoustics(result.acoustics), words };
}
