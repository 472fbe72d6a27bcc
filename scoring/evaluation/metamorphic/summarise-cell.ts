import type { Dimension } from "@/scoring/dimensions/dimension-result";
import type { ChangeLimit } from "@/scoring/evaluation/metamorphic/change-limits";
import type { DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import { mean } from "@/scoring/evaluation/statistics/mean";

/** One dimension under one variant of a change. */
export interface ChangeCell {
  readonly variant: string;
  readonly dimension: Dimension;
  /** Comparisons with a score both times. */
  readonly n: number;
  /** Mean, smallest and largest change with its sign, points; null for none. */
  readonly signed: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Mean and largest of what the limit looks at ({@link towardsLimit}), points; null for none. */
  readonly mean: number | null;
  readonly max: number | null;
  readonly withheld: number;
  readonly appeared: number;
}

/**
 * What a limit looks at in one comparison, points, larger is worse: the distance; the change with its sign where scores must
 * fall or may not rise (a wanted fall is no distance); how far the standard error narrowed where it must widen.
 */
export function towardsLimit({ kind }: ChangeLimit, { delta, widening }: DimensionChange): number | null {
  if (kind === "widened") return widening === null ? null : -widening;
  return kind === "distance" && delta !== null ? Math.abs(delta) : delta;
}

/** Sums up the comparisons of one dimension and variant. */
export function summariseCell(
  limit: ChangeLimit,
  variant: string,
  dimension: Dimension,
  changes: readonly DimensionChange[],
): ChangeCell {
  const deltas = changes.flatMap(({ delta }) => (delta === null ? [] : [delta]));
  const looked = changes.map((change) => towardsLimit(limit, change)).filter((value) => value !== null);
  return {
    ...{ variant, dimension, n: deltas.length },
    signed: deltas.length === 0 ? null : mean(deltas),
    lowest: deltas.length === 0 ? null : Math.min(...deltas),
    highest: deltas.length === 0 ? null : Math.max(...deltas),
    mean: looked.length === 0 ? null : mean(looked),
    max: looked.length === 0 ? null : Math.max(...looked),
    withheld: changes.filter(({ withheld }) => withheld).length,
    appeared: changes.filter(({ appeared }) => appeared).length,
  };
}
