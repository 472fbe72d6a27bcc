import path from "node:path";
import { acousticsFingerprint } from "@/lib/evaluation/acoustics-fingerprint";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import { keepResults } from "@/lib/evaluation/kept-results";
import { fromKeptWords, keptWordsSchema, toKeptWords } from "@/lib/evaluation/kept-words";
import { findWords } from "@/lib/recognition/find-words";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { fromStoredAcoustics, storedAcousticsSchema, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import type { Aligner, Pcm, WordsOutcome } from "@/scoring/transcripts/ports";

/**
 * Raised when what is done with the same sound, runs and text changes, the aligner apart (its id is an ingredient too), or
 * when the search for words looks at more of the acoustics than {@link heardBySearch}.
 */
const WORDS_VERSION = "find-words@2";

/** What the product measures of an answer that came with an untimed transcript. */
export interface MeasuredAnswer {
  readonly acoustics: AcousticArtifacts;
  readonly words: WordsOutcome;
}

export interface AnswerSource {
  /**
   * What makes the samples what they are: hashes of files and what was done to them, or the samples' own hash. Two sounds
   * must not share it.
   */
  readonly ingredients: readonly string[];
  /** Called only where something was not measured before. */
  readonly pcm: () => Promise<Pcm>;
  /** What was said, without times. */
  readonly text: string;
}

export interface AnswerMeasuring {
  /** Measurements are kept here, by ingredients, text and what measured them. */
  readonly cacheDir: string;
  readonly aligner: Aligner;
}

/**
 * An English answer through the product's own way: acoustics, then the words of the text laid over the sound, or why they
 * were refused.
 *
 * @throws EvaluationDataError when the aligner breaks, which is not kept
 */
export async function measureAnswer(source: AnswerSource, measuring: AnswerMeasuring): Promise<MeasuredAnswer> {
  const { cacheDir, aligner } = measuring;
  const { text } = source;
  const sound = [...source.ingredients, acousticsFingerprint()];
  const keptAcoustics = keepResults(path.join(cacheDir, "answer-acoustics"), storedAcousticsSchema);
  const keptWords = keepResults(path.join(cacheDir, "answer-words"), keptWordsSchema);
  let samples: Promise<Pcm> | null = null;
  const pcm = (): Promise<Pcm> => (samples ??= source.pcm());
  const acoustics = fromStoredAcoustics(
    await keptAcoustics.get(sound, async () => toStoredAcoustics(analyseAcoustics(await pcm()))),
  );
  const words = await keptWords.get(
    [...source.ingredients, WORDS_VERSION, aligner.id, text, heardBySearch(acoustics)],
    async () => {
      const parsed = { kind: "cues", cues: [{ text, startMs: null, endMs: null }] } as const;
      const outcome = await findWords({ pcm: await pcm(), parsed, language: "en", acoustics, aligner });
      if (outcome.ok || outcome.reason.code !== "alignment_failed") return toKeptWords(outcome);
      throw new EvaluationDataError(
        `an answer of ${Math.round(acoustics.durationMs / 1000)} s: ${outcome.reason.detail}`,
      );
    },
  );
  return { acoustics, words: fromKeptWords(words) };
}

/** All that finding the words of an untimed text takes from the acoustics: other changes to them cost no new alignment. */
function heardBySearch({ runs, nucleiMs }: AcousticArtifacts): string {
  return JSON.stringify([runs.map(({ startMs, endMs }) => [startMs, endMs]), nucleiMs.length]);
}
