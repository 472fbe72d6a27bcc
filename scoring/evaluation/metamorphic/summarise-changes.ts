import { DIMENSIONS, type Dimension } from "@/scoring/dimensions/dimension-result";
import type { ChangeLimit, ChangeRow } from "@/scoring/evaluation/metamorphic/change-limits";
import type { DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import { mean } from "@/scoring/evaluation/statistics/mean";

/** Exact scores have two decimals: less than half of one is rounding. */
const ROUNDING = 0.005;

export interface DimensionSummary {
  readonly n: number;
  /** Mean change with its sign, mean and largest distance, points; null for none. */
  readonly signed: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  readonly withheld: number;
  readonly appeared: number;
}

export interface ChangeSummary extends DimensionSummary {
  readonly row: ChangeRow;
  readonly held: boolean;
  /** Share of single comparisons that keep to the limit's direction; null for a limit on distance. */
  readonly share: number | null;
  readonly byDimension: Readonly<Record<Dimension, DimensionSummary>>;
}

/**
 * One row of the table from the comparisons of all answers and variants. A limit on some dimensions is held against
 * those alone, and so are `signed`, `mean` and `max`. A row without a single comparison does not hold.
 */
export function summariseChanges(row: ChangeRow, changes: readonly DimensionChange[]): ChangeSummary {
  const { limit } = row;
  const judged =
    "dimensions" in limit ? changes.filter(({ dimension }) => limit.dimensions.includes(dimension)) : changes;
  const summary = summarise(judged);
  const share = shareThatKeeps(limit, judged);
  const parts = DIMENSIONS.map((dimension) => {
    return [dimension, summarise(changes.filter((change) => change.dimension === dimension))] as const;
  });
  // Object.fromEntries forgets that every dimension is there.
  const byDimension = Object.fromEntries(parts) as Record<Dimension, DimensionSummary>;
  return { row, ...summary, share, held: isHeld(limit, summary, share, byDimension), byDimension };
}

function summarise(changes: readonly DimensionChange[]): DimensionSummary {
  const deltas = changes.flatMap(({ delta }) => (delta === null ? [] : [delta]));
  const distances = deltas.map(Math.abs);
  return {
    n: deltas.length,
    signed: deltas.length === 0 ? null : mean(deltas),
    mean: deltas.length === 0 ? null : mean(distances),
    max: deltas.length === 0 ? null : Math.max(...distances),
    withheld: changes.filter(({ withheld }) => withheld).length,
    appeared: changes.filter(({ appeared }) => appeared).length,
  };
}

function keeps(limit: ChangeLimit, { delta, withheld, widening }: DimensionChange): boolean | null {
  if (limit.kind === "widened") return withheld || (widening === null ? null : widening >= -ROUNDING);
  if (delta === null) return null;
  if (limit.kind === "fall") return delta < -ROUNDING;
  return limit.kind === "rise" ? delta <= limit.most + ROUNDING : null;
}

function shareThatKeeps(limit: ChangeLimit, changes: readonly DimensionChange[]): number | null {
  const kept = changes.map((change) => keeps(limit, change)).filter((keep) => keep !== null);
  return kept.length === 0 ? null : kept.filter(Boolean).length / kept.length;
}

function isHeld(
  limit: ChangeLimit,
  summary: DimensionSummary,
  share: number | null,
  byDimension: Readonly<Record<Dimension, DimensionSummary>>,
): boolean {
  if (limit.kind !== "distance") {
    if (share !== 1) return false;
    if (limit.kind !== "fall") return true;
    return limit.dimensions.every((dimension) => {
      const fall = -(byDimension[dimension].signed ?? 0);
      return fall >= limit.least && fall <= limit.most;
    });
  }
  if (summary.mean === null || summary.max === null) return false;
  return summary.mean <= (limit.mean ?? Infinity) && summary.max <= (limit.max ?? Infinity);
}
