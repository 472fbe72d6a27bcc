import { ANSWER_CHANGES, type AnswerChange } from "@/lib/evaluation/metamorphic/answer-changes";
import type { CleanAnswer } from "@/lib/evaluation/metamorphic/clean-answers";
import type { CurrentScoring } from "@/lib/evaluation/current-scoring";
import { measureChange, type ChangedAnswer } from "@/lib/evaluation/metamorphic/measure-change";
import type { EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { DIMENSIONS, type Dimension } from "@/scoring/dimensions/dimension-result";
import { compareScores, type DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import { topicPrompt } from "@/scoring/evaluation/metamorphic/topic-prompt";
import { scoreAnswer } from "@/scoring/pipeline/score-answer";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";
import type { Prompt } from "@/scoring/pipeline/scorer-input";

/** One variant of one row, over all answers. */
export interface VariantResult {
  readonly change: Pick<AnswerChange, "row" | "variant">;
  /** Answers to which it could be made. */
  readonly answers: number;
  readonly changes: readonly DimensionChange[];
}

/** All variants, and how many unchanged answers have a score in each dimension. */
export interface ChangesResult {
  readonly variants: readonly VariantResult[];
  readonly scored: Readonly<Record<Dimension, number>>;
}

/** Makes every change to every answer and compares the scores with those of the answer as it is. */
export async function runChanges(
  answers: readonly CleanAnswer[],
  scoring: CurrentScoring,
  { cacheDir, progress }: Pick<EvaluationContext, "cacheDir" | "progress">,
): Promise<ChangesResult> {
  const results = ANSWER_CHANGES.map((change) => ({ change, answers: 0, changes: new Array<DimensionChange>() }));
  const scored = { communication: 0, clarity: 0, composure: 0, empathy_signal: 0 };
  for (const [index, clean] of answers.entries()) {
    const other = answers[(index + Math.ceil(answers.length / 2)) % answers.length] ?? clean;
    const prompt = topicPrompt(clean.words);
    const before = scoreChanged(clean, prompt, scoring);
    for (const dimension of DIMENSIONS) if (before.modes.standard[dimension].kind === "scored") scored[dimension] += 1;
    for (const result of results) {
      const changed = await measureChange(result.change, clean, other, cacheDir);
      if (changed === null) continue;
      result.answers += 1;
      result.changes.push(...compareScores(before, scoreChanged(changed, prompt, scoring)));
    }
    progress(`${index + 1} of ${answers.length} answers changed in ${results.length} ways`);
  }
  return { variants: results, scored };
}

/** The product's scores of an answer whose words have times. */
export function scoreChanged(answer: ChangedAnswer, prompt: Prompt, { model, vectors }: CurrentScoring): ScoredAnswer {
  const { acoustics, words } = answer;
  const transcript = { source: "aligned" as const, language: "en", words, meanConfidence: null };
  return scoreAnswer({ acoustics, transcript, language: "en", prompt, accommodations: [], vectors }, model);
}
