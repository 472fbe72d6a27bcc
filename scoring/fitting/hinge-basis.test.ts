import fc from "fast-check";
import { expect, test } from "vitest";
import { piecewiseLinear } from "@/scoring/dimensions/piecewise-linear";
import { boundedLeastSquares } from "@/scoring/fitting/bounded-least-squares";
import { hingeBasis, knotsFromRises, risesFromKnots, shapeBounds } from "@/scoring/fitting/hinge-basis";

test("a value halfway between two knots has passed all segments before and half of its own", () => {
  expect(hingeBasis([0, 1, 3, 5], 2)).toEqual([1, 0.5, 0]);
  expect(hingeBasis([0, 1, 3, 5], -9)).toEqual([0, 0, 0]);
  expect(hingeBasis([0, 1, 3, 5], 9)).toEqual([1, 1, 1]);
});

test("property: basis times rises is the piecewise linear curve through the knots", () => {
  const knots = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 6 });
  const rises = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(knots, rises, fc.double({ min: -30, max: 30, noNaN: true }), (unsorted, all, x) => {
      const xs = unsorted.sort((a, b) => a - b);
      const own = all.slice(0, xs.length - 1);
      const sum = hingeBasis(xs, x).reduce((total, column, i) => total + column * (own[i] ?? 0), 0);
      expect(sum).toBeCloseTo(piecewiseLinear(knotsFromRises(xs, own), x), 8);
    }),
  );
});

test("rises and knots are two spellings of one curve", () => {
  const knots = [
    [0, -1],
    [2, 0.5],
    [5, 0.25],
  ] as const;
  expect(knotsFromRises([0, 2, 5], risesFromKnots(knots), -1)).toEqual(knots);
});

test("a fit with a rising shape never falls, however the data run", () => {
  const xs = Array.from({ length: 40 }, (_, i) => i / 4);
  const knots = [0, 2, 4, 6, 8, 10];
  const problem = {
    rows: xs.map((x) => hingeBasis(knots, x)),
    target: xs.map((x) => Math.sin(x)),
    bounds: shapeBounds({ kind: "rising" }, 5),
    ridge: [0, 0, 0, 0, 0],
  };
  for (const rise of boundedLeastSquares(problem).coefficients) expect(rise).toBeGreaterThanOrEqual(0);
});

test("a peak rises before its top knot and falls after it", () => {
  const xs = Array.from({ length: 40 }, (_, i) => i / 4);
  const knots = [0, 2.5, 5, 7.5, 10];
  const problem = {
    rows: xs.map((x) => hingeBasis(knots, x)),
    target: xs.map((x) => -((x - 5) ** 2)),
    bounds: shapeBounds({ kind: "peak", at: 2 }, 4),
    ridge: [0, 0, 0, 0],
  };
  const [a = 0, b = 0, c = 0, d = 0] = boundedLeastSquares(problem).coefficients;
  expect(Math.min(a, b)).toBeGreaterThan(0);
  expect(Math.max(c, d)).toBeLessThan(0);
});
