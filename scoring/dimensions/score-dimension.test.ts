import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIMENSIONS, SCORING_MODES, type DimensionResult } from "@/scoring/dimensions/dimension-result";
import { scoreDimension } from "@/scoring/dimensions/score-dimension";
import {
  allEntries,
  makeMeasuredAnswer,
  makeTable,
  testModel,
} from "@/scoring/dimensions/testing/make-measured-answer";
import { measured, unmeasurable, type Measurement } from "@/scoring/features/measurement";

const model = testModel();
const features = [...new Set(allEntries(model).map((entry) => entry.feature))];

const actFeatures = new Set(model.dimensions.empathy_signal.acts.map((act) => act.feature));

/** Counts for acts, else values on both sides of every shape's knots; one feature in ten is unmeasurable. */
function anyMeasurement(feature: string): fc.Arbitrary<Measurement> {
  const value = actFeatures.has(feature) ? fc.nat({ max: 12 }) : fc.double({ min: -20, max: 300, noNaN: true });
  return fc.oneof(
    { weight: 9, arbitrary: value.map((x) => measured(x)) },
    { weight: 1, arbitrary: fc.constant(unmeasurable("failed")) },
  );
}
const anyTable = fc
  .record(Object.fromEntries(features.map((feature) => [feature, anyMeasurement(feature)])))
  .map((values) => makeTable(values));
const withoutWords = fc.constantFrom(null, "no_transcript" as const);

function check(result: DimensionResult): void {
  if (result.kind === "withheld") {
    expect(result.reasons.length).toBeGreaterThan(0);
    return;
  }
  const { base, terms, clip, exactScore } = result.ledger;
  const sum = terms.reduce((total, term) => total + term.points, base) + clip;
  expect(Math.abs(sum - exactScore)).toBeLessThan(0.001);
  expect(exactScore).toBeGreaterThanOrEqual(0);
  expect(exactScore).toBeLessThanOrEqual(100);
  expect(result.score).toBe(Math.round(exactScore));
  expect(result.interval[0]).toBeLessThanOrEqual(result.score);
  expect(result.interval[1]).toBeGreaterThanOrEqual(result.score);
  const sizes = terms.map((term) => Math.abs(term.points));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
}

describe("scoreDimension", () => {
  it("gives base + points + clip = exactScore for any measurements, dimension and mode", () => {
    let scored = 0;
    fc.assert(
      fc.property(anyTable, withoutWords, (table, reason) => {
        for (const dimension of DIMENSIONS) {
          for (const mode of SCORING_MODES) {
            const answer = makeMeasuredAnswer(table, [table, table, table, table], { withoutWords: reason });
            const result = scoreDimension(model, dimension, mode, answer);
            check(result);
            if (result.kind === "scored") scored += 1;
          }
        }
      }),
    );
    // The property would be empty if everything were withheld.
    expect(scored).toBeGreaterThan(100);
  });

  it("withholds a dimension when more than 40 % of its weight could not be measured", () => {
    const result = scoreDimension(model, "clarity", "standard", makeMeasuredAnswer(makeTable({})));
    expect(result).toMatchObject({ kind: "withheld", reasons: [{ code: "missing_terms" }] });
  });

  it("withholds a dimension whose standard error is above its limit, and names both numbers", () => {
    const steady = makeTable(Object.fromEntries(features.map((feature) => [feature, measured(1)])));
    const wild = makeTable(Object.fromEntries(features.map((feature) => [feature, measured(200)])));
    const answer = makeMeasuredAnswer(steady, [steady, wild, steady, wild]);
    const result = scoreDimension(model, "communication", "standard", answer);
    expect(result).toMatchObject({ kind: "withheld", reasons: [{ code: "standard_error" }] });
    if (result.kind !== "withheld") return;
    expect(result.reasons[0]?.text).toMatch(/^The standard error is \d+\.\d points; at most 10 are accepted\.$/);
  });

  it.each([
    ["that moved its points most", 130, [131, 138, 130, 110, 125], [1, 3, 4]],
    ["that moved its value most where the points are level", 175, [176, 174, 180, 170, 175], [0, 2, 3]],
  ])("explains a rate by the up to three blocks %s, in spoken order", (_which, whole, withoutEach, blocks) => {
    const pace = model.dimensions.communication.terms.find((term) => term.term === "pace");
    if (pace === undefined) throw new Error("no pace term");
    const at = (value: number) =>
      makeTable(
        Object.fromEntries(features.map((name) => [name, name === pace.feature ? measured(value) : measured(1)])),
      );
    const answer = makeMeasuredAnswer(at(whole), withoutEach.map(at));
    const result = scoreDimension(model, "communication", "standard", answer);
    if (result.kind !== "scored") throw new Error("expected a score");
    const row = result.ledger.terms.find((term) => term.term === "pace");
    expect(row?.moments.map((moment) => moment.text)).toEqual(blocks.map((block) => `words of block ${block}`));
  });

  it("compares a term with its norm: points minus what the norm would have earned", () => {
    const table = makeTable(Object.fromEntries(features.map((feature) => [feature, measured(1)])));
    const result = scoreDimension(model, "communication", "standard", makeMeasuredAnswer(table));
    if (result.kind !== "scored") throw new Error("expected a score");
    for (const row of result.ledger.terms) expect(row.vsNorm === null).toBe(row.norm === null);
    const vocabulary = result.ledger.terms.find((term) => term.term === "lexical_range");
    // MTLD 1 lies left of its knots (-1), the norm of 62 at +.4, weight 3.
    expect(vocabulary).toMatchObject({ points: -3, vsNorm: -4.2 });
  });
});
