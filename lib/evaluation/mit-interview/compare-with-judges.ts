import type { Figure } from "@/scoring/evaluation/panel/panel-agreement";
import { bootstrapInterval, bootstrapValues } from "@/scoring/evaluation/statistics/bootstrap-interval";
import { pearson } from "@/scoring/evaluation/statistics/pearson";
import { spearman } from "@/scoring/evaluation/statistics/spearman";

/** How one score agrees with the judges, beside words a minute alone. */
export interface JudgeAgreement {
  readonly r: Figure;
  readonly rho: Figure;
  readonly n: number;
  readonly baseline: { readonly r: Figure; readonly rho: Figure };
  /** r of the score minus r of the baseline, on the same draws of participants. */
  readonly gain: Figure;
  /** Share of draws in which the score agrees better than the baseline, 0..1; null where there are no draws. */
  readonly gainPositive: number | null;
}

type Statistic = (a: readonly number[], b: readonly number[]) => number | null;

/** Draws participants, with both of their interviews, 1,000 times; every figure sees the same draws. */
export function compareWithJudges(
  scores: readonly number[],
  baseline: readonly number[],
  ratings: readonly number[],
  participants: readonly string[],
): JudgeAgreement {
  const on = (statistic: Statistic, values: readonly number[], rows: readonly number[]) =>
    statistic(pick(values, rows), pick(ratings, rows));
  const all = [...scores.keys()];
  const figure = (value: (rows: readonly number[]) => number | null): Figure => ({
    value: value(all),
    interval: bootstrapInterval(participants, value),
  });
  const gain = (rows: readonly number[]): number | null => {
    const [own, other] = [on(pearson, scores, rows), on(pearson, baseline, rows)];
    return own === null || other === null ? null : own - other;
  };
  const gains = bootstrapValues(participants, gain);
  return {
    r: figure((rows) => on(pearson, scores, rows)),
    rho: figure((rows) => on(spearman, scores, rows)),
    n: scores.length,
    baseline: {
      r: figure((rows) => on(pearson, baseline, rows)),
      rho: figure((rows) => on(spearman, baseline, rows)),
    },
    gain: figure(gain),
    gainPositive: gains.length === 0 ? null : gains.filter((value) => value > 0).length / gains.length,
  };
}

function pick(values: readonly number[], rows: readonly number[]): number[] {
  return rows.map((row) => values[row] ?? NaN);
}
