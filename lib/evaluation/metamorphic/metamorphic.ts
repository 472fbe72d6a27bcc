import { currentScoring } from "@/lib/evaluation/current-scoring";
import type { EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { cleanAnswers } from "@/lib/evaluation/metamorphic/clean-answers";
import { metamorphicSection } from "@/lib/evaluation/metamorphic/metamorphic-section";
import { runChanges } from "@/lib/evaluation/metamorphic/run-changes";
import { runVoices } from "@/lib/evaluation/metamorphic/synthetic-voices";
import { SO762_FOLDER } from "@/lib/evaluation/so762/load-recordings";
import { CHANGE_ROWS } from "@/scoring/evaluation/metamorphic/change-limits";
import { summariseChanges, type ChangeSummary } from "@/scoring/evaluation/metamorphic/summarise-changes";

/** Some speakers' words cannot be aligned: 36 leave more than 30. */
const SPEAKERS = 36;
const QUICK_SPEAKERS = 4;

/** What becomes of the scores when one thing about an answer is changed that should not matter, or should. */
export const metamorphic: EvaluationSet = {
  name: "metamorphic",
  folder: SO762_FOLDER,
  async evaluate(context) {
    const answers = await cleanAnswers(context, context.quick ? QUICK_SPEAKERS : SPEAKERS);
    const scoring = currentScoring(context.progress);
    const voices = await runVoices(scoring, context);
    if (voices === null) context.progress("synthetic voices need espeak-ng and flite with their English voices");
    const changed = await runChanges(answers, scoring, context);
    const variants = voices === null ? changed : [...changed, voices];
    const summaries = CHANGE_ROWS.flatMap((row) => {
      const own = variants.filter(({ change, answers: made }) => change.row === row.name && made > 0);
      return own.length === 0
        ? []
        : [
            summariseChanges(
              row,
              own.flatMap(({ changes }) => changes),
            ),
          ];
    });
    const missing = CHANGE_ROWS.filter(({ name }) => !summaries.some(({ row }) => row.name === name));
    for (const { title } of missing) context.progress(`not measured here: ${title}`);
    return { json: summaries.map(toJson), section: metamorphicSection(summaries, variants, answers.length) };
  },
};

function toJson({ row, n, mean, max, signed, withheld, appeared, held, share, byDimension }: ChangeSummary) {
  const { limit } = row;
  const limits =
    limit.kind === "distance"
      ? { limit_mean: limit.mean, limit_max: limit.max }
      : { limit_mean: null, limit_max: "most" in limit ? limit.most : null };
  return {
    change: row.name,
    mean,
    max,
    ...limits,
    held,
    n,
    signed,
    withheld,
    appeared,
    share,
    dimensions: byDimension,
  };
}
