import type { JudgedItem } from "@/scoring/evaluation/panel/judged-item";
import { bootstrapInterval, type Interval95 } from "@/scoring/evaluation/statistics/bootstrap-interval";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { pooledSd } from "@/scoring/evaluation/statistics/difference-in-sd";

/** Mean difference of two groups of people, as a model and as its raters see it. */
export interface GroupDifference {
  /** In standard deviations of the raters' means within the groups: both differences have the same unit. */
  readonly model: number;
  readonly experts: number;
  /** 95 % interval of model - experts, by bootstrap over persons. */
  readonly excessInterval: Interval95 | null;
}

/**
 * (mean of `first` - mean of `second`) of the predictions, and of the raters' means of the same items, over the standard
 * deviation of the raters' means within the two groups. model - experts is what the model adds to the difference.
 *
 * @returns null where a group has fewer than two predicted items, or the raters' means do not vary
 */
export function groupDifference(first: readonly JudgedItem[], second: readonly JudgedItem[]): GroupDifference | null {
  const found = difference(first, second);
  if (found === null) return null;
  const all = [...first, ...second];
  const excess = (rows: readonly number[]): number | null => {
    const drawn = (from: number, to: number): JudgedItem[] =>
      rows.flatMap((row) => (row >= from && row < to ? (all[row] ?? []) : []));
    const draw = difference(drawn(0, first.length), drawn(first.length, all.length));
    return draw === null ? null : draw.model - draw.experts;
  };
  const excessInterval = bootstrapInterval(
    all.map(({ group }) => group),
    excess,
  );
  return { ...found, excessInterval };
}

function difference(first: readonly JudgedItem[], second: readonly JudgedItem[]) {
  const [a, b] = [pairs(first), pairs(second)];
  const sd = pooledSd(a.truth, b.truth);
  if (sd === null) return null;
  return { model: (mean(a.predicted) - mean(b.predicted)) / sd, experts: (mean(a.truth) - mean(b.truth)) / sd };
}

/** Mean of prediction - raters' mean, points of 100; null without predictions. */
export function meanResidual(items: readonly JudgedItem[]): number | null {
  const { predicted, truth } = pairs(items);
  return predicted.length === 0 ? null : mean(predicted) - mean(truth);
}

function pairs(items: readonly JudgedItem[]): { readonly predicted: number[]; readonly truth: number[] } {
  const judged = items.filter((item) => item.predicted !== null);
  return {
    predicted: judged.flatMap(({ predicted }) => (predicted === null ? [] : [predicted])),
    truth: judged.map(({ opinions }) => mean(opinions)),
  };
}
