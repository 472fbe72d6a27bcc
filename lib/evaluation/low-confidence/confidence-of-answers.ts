import type { CurrentScoring } from "@/lib/evaluation/current-scoring";
import type { EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { mapConcurrently } from "@/lib/evaluation/map-concurrently";
import { measureAnswer, type MeasuredAnswer } from "@/lib/evaluation/measured-answers";
import type { JoinedAnswer } from "@/lib/evaluation/so762/joined-answers";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";
import { DIMENSIONS, type Dimension, type LowConfidenceCode } from "@/scoring/dimensions/dimension-result";
import { topicPrompt } from "@/scoring/evaluation/metamorphic/topic-prompt";
import { scoreAnswer } from "@/scoring/pipeline/score-answer";
import { splitWords } from "@/scoring/transcripts/split-words";

const AT_ONCE = 2;

/** Why a dimension has no score. `refused`: the transcript was, so that nothing of the answer was scored. */
export type WithholdingReason = LowConfidenceCode | "refused";

/** An answer's speaker and why its dimensions were withheld; no reason: scored. */
export interface AnswerConfidence {
  readonly speaker: string;
  readonly adult: boolean;
  readonly gender: "f" | "m";
  readonly reasons: Readonly<Record<Dimension, readonly WithholdingReason[]>>;
}

/** Scores every joined answer with its untimed text, to a question that it answers and that asks for helpful acts. */
export async function confidenceOfAnswers(
  answers: readonly JoinedAnswer[],
  scoring: CurrentScoring,
  { cacheDir }: EvaluationContext,
): Promise<AnswerConfidence[]> {
  const aligner = createSoundswallowerAligner();
  try {
    const all = await mapConcurrently(answers, AT_ONCE, async (answer) => {
      const measured = await measureAnswer(answer, { cacheDir, aligner });
      const [first] = answer.utterances;
      if (first === undefined) return null;
      const { speaker, adult, gender } = first;
      return { speaker, adult, gender, reasons: withholdingReasons(measured, answer.text, scoring) };
    });
    return all.filter((answer) => answer !== null);
  } finally {
    await aligner.close();
  }
}

function withholdingReasons(
  { acoustics, words }: MeasuredAnswer,
  text: string,
  { model, vectors }: CurrentScoring,
): AnswerConfidence["reasons"] {
  const refused = !words.ok && words.reason.code !== "transcript_doubtful";
  const untimed = splitWords(text).map((word) => ({ text: word, startMs: 0, endMs: 0, confidence: null }));
  const scored = scoreAnswer(
    {
      acoustics,
      transcript: words.ok ? words.transcript : null,
      language: "en",
      prompt: topicPrompt(untimed),
      accommodations: [],
      vectors,
    },
    model,
    words.ok ? {} : { unusedTranscript: "doubtful" },
  );
  const entries = DIMENSIONS.map((dimension): [Dimension, WithholdingReason[]] => {
    const result = scored.modes.standard[dimension];
    if (refused) return [dimension, ["refused"]];
    return [dimension, result.kind === "scored" ? [] : result.reasons.map(({ code }) => code)];
  });
  // Object.fromEntries forgets that every dimension is there.
  return Object.fromEntries(entries) as Record<Dimension, WithholdingReason[]>;
}
