import { describe, expect, it } from "vitest";
import { weighTerms } from "@/scoring/dimensions/weigh-terms";
import { measured, unmeasurable, type Measurement } from "@/scoring/features/measurement";
import { findModel } from "@/scoring/models/model-catalogue";
import type { DimensionModel, ModelAct, ModelTerm } from "@/scoring/models/model-schema";

const model = findModel("soft-skills@0.1.0");
if (model === null) throw new Error("the default model is missing");
const limits = model.confidence;

function term(name: string, weight: number, more: Partial<ModelTerm> = {}): ModelTerm {
  const knots: [number, number][] = [
    [0, -1],
    [1, 1],
  ];
  const fields = { label: name, basis: "test", norm: null, moments: "feature", text: true } as const;
  return { term: name, feature: `f.${name}`, weight, knots, modes: ["standard", "wording_only"], ...fields, ...more };
}

const act: ModelAct = {
  ...{ term: "act", feature: "f.act", label: "act", basis: "test", text: true, weight: -10, tau: 1 },
  modes: ["standard", "wording_only"],
};

function dimension(terms: ModelTerm[], acts: ModelAct[] = [], b = 1): DimensionModel {
  return { base: 50, sigmaModel: 7, calibration: { a: 0, b }, terms, acts };
}

function table(values: Record<string, Measurement>): Map<string, Measurement> {
  return new Map(Object.entries(values).map(([name, value]) => [`f.${name}`, value]));
}

describe("weighTerms", () => {
  it("leaves every weight alone when nothing is missing", () => {
    const weighed = weighTerms(
      dimension([term("x", 6), term("y", 4)]),
      table({ x: measured(1), y: measured(0) }),
      "standard",
      limits,
    );
    expect(weighed).toMatchObject({ factor: 1, missingShare: 0, sigmaMissing: 0, missing: [], textShare: 1 });
    expect(weighed.contributions.map((c) => c.weight)).toEqual([6, 4]);
  });

  it("drops a missing term, raises the others by sum|W|/sum|W present| and adds |W|/3 to the error", () => {
    const weighed = weighTerms(
      dimension([term("x", 6), term("y", 2)], [act]),
      table({ x: measured(1), y: unmeasurable("too_few_words"), act: measured(1) }),
      "standard",
      limits,
    );
    expect(weighed.factor).toBeCloseTo(18 / 16, 12);
    expect(weighed.missingShare).toBeCloseTo(2 / 18, 12);
    expect(weighed.sigmaMissing).toBeCloseTo(2 / 3, 12);
    expect(weighed.contributions.map((c) => c.weight)).toEqual([6 * (18 / 16), -10 * (18 / 16)]);
    expect(weighed.missing).toEqual([{ term: "y", label: "y", reason: "too_few_words" }]);
  });

  it("raises the others by at most 1.3, and adds missing terms in quadrature", () => {
    const missing = unmeasurable("too_few_clauses");
    const weighed = weighTerms(
      dimension([term("x", 5), term("y", 3), term("z", 4)], [], 2),
      table({ x: measured(1), y: missing, z: missing }),
      "standard",
      limits,
    );
    expect(weighed.factor).toBe(1.3);
    expect(weighed.missingShare).toBeCloseTo(7 / 12, 12);
    expect(weighed.sigmaMissing).toBeCloseTo((2 * 5) / 3, 12);
    expect(weighed.contributions[0]?.weight).toBeCloseTo(2 * 1.3 * 5, 12);
  });

  it("treats a term outside the mode as missing without holding it against the answer", () => {
    const pitch = term("pitch", 5, { modes: ["standard"], text: false });
    const values = table({ x: measured(1), pitch: measured(0.5) });
    const standard = weighTerms(dimension([term("x", 5), pitch]), values, "standard", limits);
    const wordingOnly = weighTerms(dimension([term("x", 5), pitch]), values, "wording_only", limits);
    expect(standard).toMatchObject({ factor: 1, textShare: 0.5 });
    expect(wordingOnly).toMatchObject({ factor: 1.3, missingShare: 0, textShare: 1 });
    expect(wordingOnly.sigmaMissing).toBeCloseTo(5 / 3, 12);
    expect(wordingOnly.missing.map((row) => row.reason)).toEqual(["wording_only"]);
  });

  it("shows no trace of an accommodation in the rows, and does not hold it against the answer", () => {
    const weighed = weighTerms(
      dimension([term("x", 5), term("fillers", 5)]),
      table({ x: measured(1), fillers: unmeasurable("accommodation") }),
      "standard",
      limits,
    );
    expect(weighed.missing).toEqual([]);
    expect(weighed).toMatchObject({ missingShare: 0, factor: 1.3 });
  });

  it("counts everything as missing when nothing was measured", () => {
    const weighed = weighTerms(dimension([term("x", 5)]), table({ x: unmeasurable("failed") }), "standard", limits);
    expect(weighed).toMatchObject({ missingShare: 1, contributions: [] });
  });
});
