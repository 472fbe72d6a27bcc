import { describe, expect, it } from "vitest";
import { jackknifeError } from "@/scoring/confidence/jackknife";
import { standardErrors } from "@/scoring/confidence/standard-error";
import { makeFacts, makeMeasuredAnswer, testModel } from "@/scoring/dimensions/testing/make-measured-answer";
import { weighTerms } from "@/scoring/dimensions/weigh-terms";
import { measured } from "@/scoring/features/measurement";
import type { ConfidenceFacts } from "@/scoring/confidence/confidence-facts";
import type { DimensionModel, ModelAct, ModelTerm } from "@/scoring/models/model-schema";

const limits = testModel().confidence;
const fields = { label: "x", basis: "test", modes: ["standard" as const], text: true };
const knots: [number, number][] = [
  [0, 0],
  [1, 1],
];
const term: ModelTerm = { ...fields, term: "x", feature: "f.x", weight: 10, knots, norm: null, moments: "feature" };
const act: ModelAct = { ...fields, term: "act", feature: "f.act", weight: 9, tau: 1.2 };

function errors(
  values: { x: number; act?: number },
  leftOutX: number[],
  change: Partial<ConfidenceFacts> = {},
  acts: ModelAct[] = [],
) {
  const model: DimensionModel = { base: 50, sigmaModel: 7, calibration: { a: 0, b: 1 }, terms: [term], acts };
  const table = (x: number) =>
    new Map([
      ["f.x", measured(x)],
      ["f.act", measured(values.act ?? 0)],
    ]);
  const { leftOut } = makeMeasuredAnswer(table(values.x), leftOutX.map(table));
  return standardErrors(
    model,
    weighTerms(model, table(values.x), "standard", limits),
    leftOut,
    makeFacts(change),
    limits,
  );
}

describe("jackknifeError", () => {
  it("is the standard error of a mean, when the statistic is a mean", () => {
    const values = [3, 5, 8, 4, 10];
    const total = values.reduce((sum, value) => sum + value, 0);
    const leftOut = values.map((value) => (total - value) / (values.length - 1));
    const mean = total / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    expect(jackknifeError(leftOut)).toBeCloseTo(Math.sqrt(variance / values.length), 12);
  });
});

describe("standardErrors", () => {
  it("adds the jackknife over blocks to the model's own error, in quadrature", () => {
    const leftOut = [0.4, 0.5, 0.6, 0.5];
    const sampling = jackknifeError(leftOut.map((x) => 10 * x));
    expect(errors({ x: 0.5 }, leftOut).reported).toBeCloseTo(Math.hypot(7, sampling), 12);
  });

  it("falls back to 25 / sqrt(speech seconds) with fewer than four blocks", () => {
    expect(errors({ x: 0.5 }, [0.1, 0.9, 0.5], { speechS: 40 }).reported).toBeCloseTo(
      Math.hypot(7, 25 / Math.sqrt(40)),
      12,
    );
  });

  const still = [0.5, 0.5, 0.5, 0.5];

  it("widens with unsure words, for the share of the weight that reads them", () => {
    expect(errors({ x: 0.5 }, still, { meanWordConfidence: 0.65 }).reported).toBeCloseTo(Math.hypot(7, 12 * 0.2), 12);
    expect(errors({ x: 0.5 }, still, { meanWordConfidence: 0.9 }).reported).toBe(7);
    expect(errors({ x: 0.5 }, still, { meanWordConfidence: null }).reported).toBe(7);
  });

  it("widens by 3 points in quadrature between 10 and 15 dB", () => {
    expect(errors({ x: 0.5 }, still, { snrDb: 12 }).reported).toBeCloseTo(Math.hypot(7, 3), 12);
  });

  it("reports the chance of rare acts, but does not hold it against the limit", () => {
    const { reported, gate } = errors({ x: 0.5, act: 1 }, still, {}, [act]);
    const step = 9 * (Math.exp(-1 / 1.2) - Math.exp(-2 / 1.2));
    expect(gate).toBe(7);
    expect(reported).toBeCloseTo(Math.sqrt(49 + step ** 2 * 2), 12);
  });

  it("is nearly free of chance once an act was heard often", () => {
    const { reported, gate } = errors({ x: 0.5, act: 5 }, still, {}, [act]);
    expect(reported - gate).toBeLessThan(0.01);
  });
});
