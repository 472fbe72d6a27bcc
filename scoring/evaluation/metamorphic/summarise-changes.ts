import { DIMENSIONS, type Dimension } from "@/scoring/dimensions/dimension-result";
import type { ChangeLimit, ChangeRow } from "@/scoring/evaluation/metamorphic/change-limits";
import type { DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import { summariseCell, type ChangeCell } from "@/scoring/evaluation/metamorphic/summarise-cell";

/** Exact scores have two decimals: less than half of one is rounding. */
const ROUNDING = 0.005;
/** A standard error that grew by no more did not widen, points. */
const LEAST_WIDENING = 0.05;

/** All comparisons of one variant. */
export interface VariantChanges {
  readonly variant: string;
  /** To how many answers it could be made; an answer is one speaker's. */
  readonly answers: number;
  readonly changes: readonly DimensionChange[];
}

/** The worst cell of a row. */
export interface WorstCell {
  readonly value: number;
  readonly variant: string;
  readonly dimension: Dimension;
}

export interface ChangeSummary {
  readonly row: ChangeRow;
  /** Comparisons with a score both times, of the dimensions that the limit names; the largest number of answers. */
  readonly n: number;
  readonly answers: number;
  /** Mean and largest of what the limit looks at, in the dimension and variant where it is worst; larger is worse. */
  readonly mean: WorstCell | null;
  readonly max: WorstCell | null;
  readonly withheld: number;
  readonly appeared: number;
  /** null: the row has no limit. */
  readonly held: boolean | null;
  /** Share of single comparisons that keep to the limit's direction; null for a limit on distance. */
  readonly share: number | null;
  /** Every dimension under every variant, those that the limit does not name included. */
  readonly cells: readonly ChangeCell[];
}

/**
 * One row of the table. Limits on means are held in every dimension and variant by itself: the worst decides, since a
 * dimension that stands still does not make up for one that moves. A limit on some dimensions is held against those alone.
 * A row without a single comparison does not hold.
 */
export function summariseChanges(row: ChangeRow, variants: readonly VariantChanges[]): ChangeSummary {
  const { limit } = row;
  const named: readonly Dimension[] = "dimensions" in limit ? limit.dimensions : DIMENSIONS;
  const cells = variants.flatMap(({ variant, changes }) =>
    DIMENSIONS.map((dimension) => {
      const own = changes.filter((change) => change.dimension === dimension);
      return summariseCell(limit, variant, dimension, own);
    }),
  );
  const judged = cells.filter(({ dimension }) => named.includes(dimension));
  const share = shareThatKeeps(
    limit,
    variants.flatMap(({ changes }) => changes.filter(({ dimension }) => named.includes(dimension))),
  );
  const total = (count: (cell: ChangeCell) => number) => judged.reduce((sum, cell) => sum + count(cell), 0);
  const [mean, max] = [worst(judged, (cell) => cell.mean), worst(judged, (cell) => cell.max)];
  return {
    row,
    n: total((cell) => cell.n),
    answers: Math.max(0, ...variants.map(({ answers }) => answers)),
    ...{ mean, max, share, cells },
    withheld: total((cell) => cell.withheld),
    appeared: total((cell) => cell.appeared),
    held: isHeld(limit, { mean, max, share }, judged),
  };
}

function worst(cells: readonly ChangeCell[], figure: (cell: ChangeCell) => number | null): WorstCell | null {
  let found: WorstCell | null = null;
  for (const cell of cells) {
    const value = figure(cell);
    if (value !== null && (found === null || value > found.value)) {
      found = { value, variant: cell.variant, dimension: cell.dimension };
    }
  }
  return found;
}

function keeps(limit: ChangeLimit, { delta, withheld, widening }: DimensionChange): boolean | null {
  if (limit.kind === "widened") return withheld || (widening === null ? null : widening > LEAST_WIDENING);
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
  { mean, max, share }: Pick<ChangeSummary, "mean" | "max" | "share">,
  judged: readonly ChangeCell[],
): boolean | null {
  if (limit.kind === "distance") {
    if (limit.mean === null || limit.max === null) return null;
    return mean !== null && max !== null && mean.value <= limit.mean && max.value <= limit.max;
  }
  if (share !== 1) return false;
  if (limit.kind !== "fall") return true;
  return judged.every(({ signed }) => signed !== null && -signed >= limit.least && -signed <= limit.most);
}
