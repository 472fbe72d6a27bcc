import type { VariantResult } from "@/lib/evaluation/metamorphic/run-changes";
import type { VoicesMissing } from "@/lib/evaluation/metamorphic/synthetic-voices";
import { CHANGE_ROWS, type ChangeRow } from "@/scoring/evaluation/metamorphic/change-limits";
import { summariseChanges, type ChangeSummary } from "@/scoring/evaluation/metamorphic/summarise-changes";

/** A row of the table that was measured, or why it was not. */
export type RowOutcome =
  | ({ readonly measured: true } & ChangeSummary)
  | ({ readonly measured: false; readonly row: ChangeRow } & VoicesMissing);

/** Every row of the table, in its order; none is left out. */
export function rowOutcomes(variants: readonly VariantResult[], voices: VoicesMissing | null): RowOutcome[] {
  return CHANGE_ROWS.map((row: ChangeRow): RowOutcome => {
    const own = variants.filter(({ change, answers }) => change.row === row.name && answers > 0);
    if (own.length > 0) {
      const named = own.map(({ change, answers, changes }) => ({ variant: change.variant, answers, changes }));
      return { measured: true, ...summariseChanges(row, named) };
    }
    if (row.oneAnswer === true && voices !== null) return { measured: false, row, ...voices };
    // Changes that need a program give nothing only where it is absent (see AnswerChange.apply).
    if (row.tool !== undefined) {
      return { measured: false, row, reason: `${row.tool} are not installed`, toolAbsent: true };
    }
    return { measured: false, row, reason: "no answer in which anything changes", toolAbsent: false };
  });
}

/** A row of `metamorphic` in `evaluate --json`. `mean` and `max` are the worst of any dimension and variant. */
export function rowJson(outcome: RowOutcome): Record<string, unknown> {
  const { limit, name } = outcome.row;
  const limits =
    limit.kind === "distance"
      ? { limit_mean: limit.mean, limit_max: limit.max }
      : { limit_mean: null, limit_max: "most" in limit ? limit.most : null };
  if (!outcome.measured) {
    const { reason, toolAbsent } = outcome;
    return {
      change: name,
      mean: null,
      max: null,
      ...limits,
      held: null,
      not_evaluated: reason,
      tool_absent: toolAbsent,
    };
  }
  const { mean, max, held, n, answers, withheld, appeared, share, cells } = outcome;
  return {
    change: name,
    mean: mean?.value ?? null,
    max: max?.value ?? null,
    ...limits,
    held,
    mean_of: mean && { variant: mean.variant, dimension: mean.dimension },
    max_of: max && { variant: max.variant, dimension: max.dimension },
    ...{ n, answers, withheld, appeared, share },
    cells: cells.filter((cell) => cell.n > 0 || cell.withheld > 0),
  };
}
