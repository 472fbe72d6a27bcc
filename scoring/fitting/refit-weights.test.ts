import { describe, expect, it } from "vitest";
import { measured, unmeasurable, type Measurement } from "@/scoring/features/measurement";
import { judgeUngated } from "@/scoring/evaluation/judge-ungated";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { refitWeights, type RatedAnswer, type RefitLimits } from "@/scoring/fitting/refit-weights";
import { seededRandom } from "@/scoring/fitting/seeded-random";
import { findModel } from "@/scoring/models/model-catalogue";
import type { DimensionModel, ModelTerm } from "@/scoring/models/model-schema";

const LIMITS: RefitLimits = { ridge: 0.001, least: 0.5, most: 2, caps: {} };

function term(name: string, weight: number): ModelTerm {
  return {
    term: name,
    feature: `test.${name}`,
    label: name,
    weight,
    knots: [
      [0, -1],
      [1, 1],
    ],
    norm: null,
    basis: "made up",
    modes: ["standard"],
    text: true,
    moments: "feature",
  };
}

const PRIOR: DimensionModel = {
  base: 50,
  sigmaModel: 7,
  calibration: { a: 0, b: 1 },
  terms: [term("heard", 6), term("unheard", 6), term("absent", 4)],
  acts: [],
};

/** Forty answers of twenty persons; the judges go by "heard" alone. */
function makeAnswers(): RatedAnswer[] {
  const random = seededRandom(5);
  return Array.from({ length: 40 }, (_, i) => {
    const [heard, unheard] = [random(), random()];
    const table = new Map<string, Measurement>([
      ["test.heard", measured(heard)],
      ["test.unheard", measured(unheard)],
      ["test.absent", unmeasurable("failed")],
    ]);
    return { table, rating: 1 + 6 * heard + 0.2 * random(), person: `p${i >> 1}` };
  });
}

const weightOf = (model: DimensionModel, name: string): number =>
  model.terms.find((entry) => entry.term === name)?.weight ?? NaN;

describe("refitWeights", () => {
  const answers = makeAnswers();
  const refitted = refitWeights(PRIOR, answers, LIMITS);

  it("moves weight to what the judges go by, within the limits", () => {
    expect(weightOf(refitted, "heard") / weightOf(refitted, "unheard")).toBeGreaterThan(2.5);
    // Halved and doubled at most, before the sum is restored.
    expect(weightOf(refitted, "heard") / weightOf(refitted, "unheard")).toBeLessThanOrEqual(4 + 1e-9);
  });

  it("keeps the sum of the refitted weights, the mean score, and terms that the answers do not have", () => {
    expect(weightOf(refitted, "heard") + weightOf(refitted, "unheard")).toBeCloseTo(12, 9);
    expect(weightOf(refitted, "absent")).toBe(4);
    const meanOf = (model: DimensionModel): number => mean(answers.map(({ table }) => rawScore(model, table)));
    expect(meanOf(refitted)).toBeCloseTo(meanOf(PRIOR), 9);
  });

  it("leaves the prior as it is under endless ridge, and nearly so under a strong one", () => {
    expect(refitWeights(PRIOR, answers, { ...LIMITS, ridge: Infinity })).toBe(PRIOR);
    const held = refitWeights(PRIOR, answers, { ...LIMITS, ridge: 1e4 });
    expect(weightOf(held, "heard")).toBeCloseTo(6, 1);
  });

  it("never lifts a capped feature over its cap", () => {
    const capped = refitWeights(PRIOR, answers, { ...LIMITS, caps: { "test.heard": 6.5 } });
    expect(weightOf(capped, "heard")).toBe(6.5);
  });
});

/** base + sum of weight * y over what was measured. */
function rawScore(model: DimensionModel, table: RatedAnswer["table"]): number {
  const limits = findModel("soft-skills@0.1.0")?.confidence;
  if (limits === undefined) throw new Error("soft-skills@0.1.0 is in the catalogue");
  const present = { ...model, terms: model.terms.filter(({ feature }) => table.get(feature)?.kind === "measured") };
  return judgeUngated(present, table, limits).score;
}
