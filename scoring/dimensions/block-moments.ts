import { isAct, pointsAt, type Contribution } from "@/scoring/dimensions/contribution";
import { lookUp, type FeatureTable } from "@/scoring/dimensions/feature-table";
import type { Moment } from "@/scoring/features/measurement";

/** At most this many blocks explain one term (scoring-science 4.6). */
const MAX_BLOCK_MOMENTS = 3;
/** The answer without one of its blocks: the features that are left, and the block as a place to jump to. */
export interface LeftOutBlock {
  readonly block: Moment;
  readonly table: FeatureTable;
}

/** Both modes and several dimensions ask for the same values, which the tables decide: this changes only the time. */
const remembered = new WeakMap<readonly LeftOutBlock[], Map<string, Float64Array>>();

/** The feature's value without each block; NaN where it cannot be measured without one. */
function valuesWithout(feature: string, leftOut: readonly LeftOutBlock[]): Float64Array {
  const byFeature = remembered.get(leftOut) ?? new Map<string, Float64Array>();
  const known = byFeature.get(feature);
  if (known !== undefined) return known;
  const values = Float64Array.from(leftOut, ({ table }) => {
    const measurement = lookUp(table, feature);
    return measurement.kind === "measured" ? measurement.value : NaN;
  });
  remembered.set(leftOut, byFeature.set(feature, values));
  return values;
}

/** The value without the block; that of the whole answer where it cannot be measured without it. */
function valueAt(values: Float64Array, block: number, { measurement }: Contribution): number {
  const value = values[block] ?? NaN;
  return Number.isNaN(value) ? measurement.value : value;
}

/** Points of the contributions together without each of the blocks. */
export function pointsWithoutEach(contributions: readonly Contribution[], leftOut: readonly LeftOutBlock[]): number[] {
  const points = new Array<number>(leftOut.length).fill(0);
  for (const contribution of contributions) {
    const values = valuesWithout(contribution.entry.feature, leftOut);
    for (let i = 0; i < points.length; i++) {
      points[i] = (points[i] ?? 0) + pointsAt(contribution, valueAt(values, i, contribution));
    }
  }
  return points;
}

/**
 * The places that explain a contribution: those that the feature found, or, for rates, levels and pitch, which belong
 * to no single moment, the up to three blocks with the largest leave-one-block-out effect, in the order they were said.
 * On a plateau no block changes the points: there the blocks that change the value most are shown.
 */
export function momentsOf(contribution: Contribution, leftOut: readonly LeftOutBlock[]): readonly Moment[] {
  const { entry, measurement } = contribution;
  if (isAct(entry) || entry.moments === "feature" || measurement.moments.length > 0) return measurement.moments;
  const points = pointsAt(contribution, measurement.value);
  const values = valuesWithout(entry.feature, leftOut);
  return leftOut
    .map(({ block }, i) => {
      const value = valueAt(values, i, contribution);
      const pointsEffect = Math.abs(points - pointsAt(contribution, value));
      return { block, pointsEffect, valueEffect: Math.abs(measurement.value - value) };
    })
    .filter(({ valueEffect }) => valueEffect > 0)
    .sort((a, b) => b.pointsEffect - a.pointsEffect || b.valueEffect - a.valueEffect)
    .slice(0, MAX_BLOCK_MOMENTS)
    .map(({ block }) => block)
    .sort((a, b) => a.startMs - b.startMs);
}
