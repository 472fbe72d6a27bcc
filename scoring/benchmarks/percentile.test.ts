import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "@/scoring/benchmarks/normal-cdf";
import { percentileOf } from "@/scoring/benchmarks/percentile";

const PRIOR = { mean: 65, sd: 13 };
/** Ascending scores of a group with at least `minLength` answers. */
const groupOf = (minLength: number) =>
  fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength, maxLength: 400 })
    .map((scores) => [...scores].sort((a, b) => a - b));

describe("normalCdf", () => {
  it.each([
    [-3, 0.0013498980316],
    [-1.96, 0.0249978951482],
    [-1, 0.1586552539315],
    [0, 0.5],
    [0.5, 0.6914624612741],
    [1.2815515655446, 0.9],
    [2, 0.9772498680518],
    [4, 0.9999683287582],
  ])("agrees with the printed table at z = %f", (z, phi) => {
    expect(Math.abs(normalCdf(z) - phi)).toBeLessThan(1e-7);
  });
});

describe("percentileOf", () => {
  it("is 50 at the mean of the prior, and never 0 or 100", () => {
    expect(percentileOf(65, PRIOR).value).toBe(50);
    expect(percentileOf(0, PRIOR).value).toBe(1);
    expect(percentileOf(100, PRIOR).value).toBe(99);
  });

  it("changes its source at 30 and at 200 own answers, and gives an interval from 30 on", () => {
    const group = (n: number) => percentileOf(65, PRIOR, new Array<number>(n).fill(65));
    expect([29, 30, 199, 200].map((n) => group(n).source)).toEqual(["prior", "blended", "blended", "cohort"]);
    expect(group(29).interval).toBeNull();
    expect(group(30).interval).toEqual([43, 57]);
  });

  it("counts exact ties half: one of each of 0..199/2 puts the middle at 50", () => {
    const cohort = Array.from({ length: 200 }, (_, i) => i / 2);
    expect(percentileOf(50, PRIOR, cohort)).toMatchObject({ value: 50, source: "cohort", n: 200 });
    expect(percentileOf(80, PRIOR, new Array<number>(200).fill(80)).value).toBe(50);
  });

  it("never falls when the score rises, from prior to cohort", () => {
    fc.assert(
      fc.property(groupOf(0), fc.integer({ min: 0, max: 99 }), (cohort, score) => {
        expect(percentileOf(score + 1, PRIOR, cohort).value).toBeGreaterThanOrEqual(
          percentileOf(score, PRIOR, cohort).value,
        );
      }),
    );
  });

  it("is the mid-rank that a plain count gives, once the prior has no say", () => {
    fc.assert(
      fc.property(groupOf(200), fc.integer({ min: 0, max: 100 }), (cohort, score) => {
        const rank = cohort.filter((z) => z < score).length + 0.5 * cohort.filter((z) => z === score).length;
        const expected = Math.min(99, Math.max(1, Math.round(100 * (rank / cohort.length))));
        expect(percentileOf(score, PRIOR, cohort).value).toBe(expected);
      }),
    );
  });
});
