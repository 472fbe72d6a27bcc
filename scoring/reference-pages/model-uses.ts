import type { DimensionModel, ModelAct, ModelTerm, SoftSkillsModel } from "@/scoring/models/model-schema";

/** A part of a model that yields a score of its own: a dimension, or a dimension without words. */
export interface ModelPart {
  /** "clarity", "clarity without words". */
  readonly name: string;
  readonly part: DimensionModel;
}

/** The dimensions of a model, then those without words, in the order of the model. */
export function modelParts({ dimensions, noWords }: SoftSkillsModel): readonly ModelPart[] {
  return [
    ...Object.entries(dimensions).map(([name, part]) => ({ name, part })),
    ...Object.entries(noWords).map(([name, part]) => ({ name: `${name} without words`, part })),
  ];
}

/** One term or act that reads a feature. */
export interface FeatureUse {
  readonly part: string;
  readonly entry: ModelTerm | ModelAct;
}

/** Where a model reads the feature. */
export function usesOf(model: SoftSkillsModel, feature: string): readonly FeatureUse[] {
  return modelParts(model).flatMap(({ name, part }) =>
    [...part.terms, ...part.acts].filter((entry) => entry.feature === feature).map((entry) => ({ part: name, entry })),
  );
}

/** The least and most points that a part could give before it is cut to 0..100, and the sum of weights. */
export function pointsWithin({ base, terms, acts }: DimensionModel): {
  lowest: number;
  highest: number;
  weight: number;
} {
  const ends = [
    ...terms.map(({ weight, knots }) => knots.map(([, y]) => weight * y)),
    ...acts.map(({ weight }) => [0, weight]),
  ];
  const sum = (pick: (values: number[]) => number) => ends.reduce((total, values) => total + pick(values), base);
  return {
    lowest: sum((values) => Math.min(...values)),
    highest: sum((values) => Math.max(...values)),
    weight: [...terms, ...acts].reduce((total, { weight }) => total + Math.abs(weight), 0),
  };
}

/** In words, how a term's points follow its feature. */
export function shapeOf(entry: ModelTerm | ModelAct): string {
  if ("tau" in entry)
    return entry.weight < 0 ? "takes points with each act, ever less" : "gives points with each act, ever less";
  const ys = entry.knots.map(([, y]) => y);
  const steps = ys.slice(1).map((y, index) => Math.sign(y - (ys[index] ?? y)));
  const turns = steps.filter((step) => step !== 0);
  if (turns.length === 0) return "is constant";
  if (turns.every((step) => step > 0)) return "rises";
  if (turns.every((step) => step < 0)) return "falls";
  if (turns.lastIndexOf(1) < turns.indexOf(-1)) return "rises to a plateau or peak, then falls";
  if (turns.lastIndexOf(-1) < turns.indexOf(1)) return "falls to a trough, then rises";
  return "rises and falls";
}
