import type { JudgedItem } from "@/scoring/evaluation/panel/judged-item";
import { align15, skill } from "@/scoring/evaluation/statistics/align15";
import { bootstrapInterval, type Interval95 } from "@/scoring/evaluation/statistics/bootstrap-interval";
import { mean, median } from "@/scoring/evaluation/statistics/mean";
import { pearson } from "@/scoring/evaluation/statistics/pearson";

/** A figure with its 95 % interval by bootstrap over persons; null where it cannot be computed. */
export interface Figure {
  readonly value: number | null;
  readonly interval: Interval95 | null;
}

/** How far predictions agree with a panel of raters (scoring-science 9.1). */
export interface PanelAgreement {
  /** Pearson with the mean of the raters. */
  readonly r: Figure;
  /** Pearson with their median: the official label of speechocean762. */
  readonly rMedian: Figure;
  /** Percent. */
  readonly align15: Figure;
  /** Align15 of the one number that fits these items best in the middle: the median of the raters' means. Percent. */
  readonly constantAlign15: number;
  readonly skill: Figure;
  /** Items with a prediction. */
  readonly n: number;
  /** Share of items with a prediction, 0..1. */
  readonly coverage: number;
}

/** @returns null where nothing was predicted */
export function panelAgreement(items: readonly JudgedItem[]): PanelAgreement | null {
  const predicted: number[] = [];
  const means: number[] = [];
  const medians: number[] = [];
  const groups: string[] = [];
  for (const item of items) {
    if (item.predicted === null) continue;
    predicted.push(item.predicted);
    means.push(mean(item.opinions));
    medians.push(median(item.opinions));
    groups.push(item.group);
  }
  if (predicted.length === 0) return null;
  const constant = median(means);
  const constantOf = (truth: readonly number[]): number =>
    align15(
      truth.map(() => constant),
      truth,
    );
  const figure = (
    statistic: (x: readonly number[], y: readonly number[]) => number | null,
    truth: readonly number[],
  ) => ({
    value: statistic(predicted, truth),
    interval: bootstrapInterval(groups, (rows) => statistic(pick(predicted, rows), pick(truth, rows))),
  });
  return {
    r: figure(pearson, means),
    rMedian: figure(pearson, medians),
    align15: figure(align15, means),
    constantAlign15: constantOf(means),
    skill: figure((x, y) => skill(align15(x, y), constantOf(y)), means),
    n: predicted.length,
    coverage: predicted.length / items.length,
  };
}

function pick(values: readonly number[], rows: readonly number[]): number[] {
  return rows.map((row) => values[row] ?? NaN);
}
