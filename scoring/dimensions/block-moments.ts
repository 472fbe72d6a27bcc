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

function valueWithout(contribution: Contribution, { table }: LeftOutBlock): number {
  const measurement = lookUp(table, contribution.entry.feature);
  return measurement.kind === "measured" ? measurement.value : contribution.measurement.value;
}

/** Points of the contribution without the block; unchanged where the feature cannot be measured without it. */
export function pointsWithout(contribution: Contribution, left: LeftOutBlock): number {
  return pointsAt(contribution, valueWithout(contribution, left));
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
  return leftOut
    .map((left) => {
      const value = valueWithout(contribution, left);
      const pointsEffect = Math.abs(points - pointsAt(contribution, value));
      return { block: left.block, pointsEffect, valueEffect: Math.abs(measurement.value - value) };
    })
    .filter(({ valueEffect }) => valueEffect > 0)
    .sort((a, b) => b.pointsEffect - a.pointsEffect || b.valueEffect - a.valueEffect)
    .slice(0, MAX_BLOCK_MOMENTS)
    .map(({ block }) => block)
    .sort((a, b) => a.startMs - b.startMs);
}
