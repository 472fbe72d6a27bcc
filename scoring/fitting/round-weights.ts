import type { DimensionModel } from "@/scoring/models/model-schema";

/** Tenths of a point: finer than any fit to people can tell, and readable in a ledger. */
const STEPS_PER_POINT = 10;

/** The model with base and weights in tenths of a point; calibration and curves stay. */
export function roundWeights(model: DimensionModel): DimensionModel {
  const round = (points: number): number => Math.round(points * STEPS_PER_POINT) / STEPS_PER_POINT;
  return {
    ...model,
    base: round(model.base),
    terms: model.terms.map((term) => ({ ...term, weight: round(term.weight) })),
    acts: model.acts.map((act) => ({ ...act, weight: round(act.weight) })),
  };
}
