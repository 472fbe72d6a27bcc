import path from "node:path";
import { EvaluationDataError, type EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { mapConcurrently } from "@/lib/evaluation/map-concurrently";
import { measureAnswer } from "@/lib/evaluation/measured-answers";
import { measureUtterances } from "@/lib/evaluation/measured-utterances";
import { chooseSpeakers } from "@/lib/evaluation/so762/choose-speakers";
import { joinedAnswers, type JoinedAnswer } from "@/lib/evaluation/so762/joined-answers";
import { SO762_FOLDER } from "@/lib/evaluation/so762/load-recordings";
import { readLabels } from "@/lib/evaluation/so762/read-labels";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { TimedWord } from "@/scoring/transcripts/words";

/** An answer as it is, before anything is changed. */
export interface CleanAnswer {
  readonly speaker: string;
  readonly acoustics: AcousticArtifacts;
  readonly words: readonly TimedWord[];
  /** What makes the sound what it is; see AnswerSource. */
  readonly ingredients: readonly string[];
  readonly pcm: () => Promise<Float32Array>;
}

/** A whole answer of a speaker has twenty sentences. */
const ALL_SENTENCES = 1_000;
/** As many as the aligner has children. */
const ANSWERS_AT_ONCE = 2;

/** The answers that can be changed, and how many speakers were asked for. */
export interface CleanAnswers {
  readonly asked: number;
  readonly answers: readonly CleanAnswer[];
}

/**
 * The joined answers of at most so many speakers, those whose words could be aligned.
 *
 * @throws EvaluationDataError for damaged data, or when no speaker's words could be aligned
 */
export async function cleanAnswers(context: EvaluationContext, speakers: number): Promise<CleanAnswers> {
  const rows = chooseSpeakers(readLabels(path.join(context.dataDir, SO762_FOLDER)), speakers, ALL_SENTENCES);
  const { cacheDir, progress } = context;
  const recordings = await measureUtterances(rows, { cacheDir, progress, phones: false });
  const aligner = createSoundswallowerAligner();
  try {
    const measured = await mapConcurrently(joinedAnswers(recordings), ANSWERS_AT_ONCE, async (answer) => {
      const { acoustics, words } = await measureAnswer(answer, { cacheDir, aligner });
      return words.ok ? asClean(answer, acoustics, words.transcript.words) : null;
    });
    const answers = measured.filter((answer) => answer !== null);
    if (answers.length === 0) throw new EvaluationDataError("no speaker's words could be aligned with the recordings");
    return { asked: measured.length, answers };
  } finally {
    await aligner.close();
  }
}

function asClean(answer: JoinedAnswer, acoustics: AcousticArtifacts, words: readonly TimedWord[]): CleanAnswer {
  const { speaker, ingredients } = answer;
  let samples: Promise<Float32Array> | null = null;
  return { speaker, ingredients, acoustics, words, pcm: () => (samples ??= answer.pcm()) };
}
