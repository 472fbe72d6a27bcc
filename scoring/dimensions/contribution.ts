import { piecewiseLinear } from "@/scoring/dimensions/piecewise-linear";
import type { Measured } from "@/scoring/features/measurement";
import type { ModelAct, ModelTerm } from "@/scoring/models/model-schema";

/** A term or act of the model that could be measured, with the weight that it has in this answer. */
export interface Contribution {
  readonly entry: ModelTerm | ModelAct;
  readonly measurement: Measured;
  /** b * W * missing factor: points at y = 1 (terms) or at saturation (acts). */
  readonly weight: number;
}

export function isAct(entry: ModelTerm | ModelAct): entry is ModelAct {
  return "tau" in entry;
}

/** Share of a contribution's weight that a value earns: y(x) of a term, 1 - exp(-count / tau) of an act (4.1). */
export function shareAt(entry: ModelTerm | ModelAct, value: number): number {
  return isAct(entry) ? 1 - Math.exp(-value / entry.tau) : piecewiseLinear(entry.knots, value);
}

/** Points that the contribution would give at another value. */
export function pointsAt(contribution: Contribution, value: number): number {
  return contribution.weight * shareAt(contribution.entry, value);
}
