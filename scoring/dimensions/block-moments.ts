import { isAct, pointsAt, type Contribution } from "@/scoring/dimensions/contribution";
import { lookUp, type FeatureTable } from "@/scoring/dimensions/feature-table";
import type { Moment } from "@/scoring/features/measurement";

/** At most this many blocks explain one term (scoring-science 4.6). */
const MAX_BLOCK_MOMENTS = 3;
/** An effect that the two decimals of a ledger would hardly show explains nothing. */
const MIN_EFFECT_POINTS = 0.02;

/** The answer without one of its blocks: the features that are left, and the block as a place to jump to. */
export interface LeftOutBlock {
  readonly block: Moment;
  readonly table: FeatureTable;
}

/** Points of the contribution without the block; unchanged where the feature cannot be measured without it. */
export function pointsWithout(contribution: Contribution, { table }: LeftOutBlock): number {
  const measurement = lookUp(table, contribution.entry.feature);
  const value = measurement.kind === "measured" ? measurement.value : contribution.measurement.value;
  return pointsAt(contribution, value);
}

/**
 * The places that explain a contribution: those that the feature found, or, for rates, levels and pitch, which belong
 * to no single moment, the up to three blocks with the largest leave-one-block-out effect, in the order they were said.
 */
export function momentsOf(contribution: Contribution, leftOut: readonly LeftOutBlock[]): readonly Moment[] {
  const { entry, measurement } = contribution;
  if (isAct(entry) || entry.moments === "feature" || measurement.moments.length > 0) return measurement.moments;
  const points = pointsAt(contribution, measurement.value);
  return leftOut
    .map((left) => ({ block: left.block, effect: Math.abs(points - pointsWithout(contribution, left)) }))
    .filter(({ effect }) => effect >= MIN_EFFECT_POINTS)
    .sort((a, b) => b.effect - a.effect)
    .slice(0, MAX_BLOCK_MOMENTS)
    .map(({ block }) => block)
    .sort((a, b) => a.startMs - b.startMs);
}
