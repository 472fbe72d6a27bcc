import { currentScoring } from "@/lib/evaluation/current-scoring";
import type { EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { cleanAnswers } from "@/lib/evaluation/metamorphic/clean-answers";
import { metamorphicSection } from "@/lib/evaluation/metamorphic/metamorphic-section";
import { rowJson, rowOutcomes } from "@/lib/evaluation/metamorphic/row-outcomes";
import { runChanges } from "@/lib/evaluation/metamorphic/run-changes";
import { runVoices } from "@/lib/evaluation/metamorphic/synthetic-voices";
import { SO762_FOLDER } from "@/lib/evaluation/so762/load-recordings";

/** Some speakers' words cannot be aligned: 36 leave more than 30. */
const SPEAKERS = 36;
const QUICK_SPEAKERS = 8;

/** What becomes of the scores when one thing about an answer is changed that should not matter, or should. */
export const metamorphic: EvaluationSet = {
  name: "metamorphic",
  folder: SO762_FOLDER,
  async evaluate(context) {
    const { asked, answers } = await cleanAnswers(context, context.quick ? QUICK_SPEAKERS : SPEAKERS);
    const scoring = currentScoring(context.progress);
    const voices = await runVoices(scoring, context);
    const { variants: changed, scored } = await runChanges(answers, scoring, context);
    const missing = "reason" in voices ? voices : null;
    const variants = "reason" in voices ? changed : [...changed, voices];
    const outcomes = rowOutcomes(variants, missing);
    for (const outcome of outcomes) {
      if (!outcome.measured) context.progress(`not evaluated: ${outcome.row.title}: ${outcome.reason}`);
    }
    const coverage = { asked, aligned: answers.length, scored };
    return { json: outcomes.map(rowJson), section: metamorphicSection(outcomes, variants, coverage) };
  },
};
