import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pearson } from "@/scoring/evaluation/statistics/pearson";
import { ranks, spearman } from "@/scoring/evaluation/statistics/spearman";

/** Anscombe 1973: four sets with the same correlation, .816. */
const ANSCOMBE_X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const ANSCOMBE_Y1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const ANSCOMBE_Y2 = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74];

describe("pearson", () => {
  it("gives Anscombe's published .816 for two of his sets", () => {
    expect(pearson(ANSCOMBE_X, ANSCOMBE_Y1)).toBeCloseTo(0.81642, 5);
    expect(pearson(ANSCOMBE_X, ANSCOMBE_Y2)).toBeCloseTo(0.81624, 5);
  });

  it("has nothing to say of a series that does not vary, or of one pair", () => {
    expect(pearson([1, 2, 3], [5, 5, 5])).toBeNull();
    expect(pearson([1], [2])).toBeNull();
    expect(() => pearson([1, 2], [1])).toThrow(RangeError);
  });

  it("is symmetric, within -1..1 and blind to scale and offset", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (pair) => {
        const a = pair.map(([x]) => x);
        const b = pair.map(([, y]) => y);
        const r = pearson(a, b);
        expect(pearson(b, a)).toBe(r);
        if (r === null) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(
          pearson(
            a.map((x) => 3 * x + 7),
            b.map((y) => -2 * y),
          ),
        ).toBeCloseTo(-r, 9);
      }),
    );
  });
});

describe("spearman", () => {
  it("gives the hand-worked value of the IQ and television example, -29/165", () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it("shares the mean rank among ties", () => {
    expect(ranks([30, 10, 20, 20])).toEqual([4, 1, 2.5, 2.5]);
    // Ranks 1, 2.5, 2.5, 4 against 1..4: Pearson of them is 4.5 / sqrt(4.5 * 5).
    expect(spearman([10, 20, 20, 30], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  it("is 1 for any rising relation", () => {
    expect(spearman([1, 2, 3, 4], [1, 10, 100, 1000])).toBe(1);
  });
});
