import fc from "fast-check";
import { expect, test } from "vitest";
import { boundedLeastSquares, type Bounds, type LeastSquaresProblem } from "@/scoring/fitting/bounded-least-squares";

const FREE: Bounds = { lower: -Infinity, upper: Infinity };
const POSITIVE: Bounds = { lower: 0, upper: Infinity };

test("without bounds and ridge a straight line is found exactly", () => {
  const fit = boundedLeastSquares({ rows: [[0], [1], [2]], target: [1, 3, 5], bounds: [FREE], ridge: [0] });
  expect(fit.coefficients[0]).toBeCloseTo(2, 9);
  expect(fit.intercept).toBeCloseTo(1, 9);
});

test("ridge shrinks a slope as the formula says: cov / (var + ridge)", () => {
  // x = -1, 1 has variance 1, y = -2, 2 has covariance 2 with it.
  const fit = boundedLeastSquares({ rows: [[-1], [1]], target: [-2, 2], bounds: [FREE], ridge: [3] });
  expect(fit.coefficients[0]).toBeCloseTo(2 / 4, 9);
});

test("ridge with a prior pulls towards it: (cov + ridge * prior) / (var + ridge)", () => {
  const problem = { rows: [[-1], [1]], target: [-2, 2], bounds: [FREE], ridge: [3], prior: [10] };
  expect(boundedLeastSquares(problem).coefficients[0]).toBeCloseTo(32 / 4, 9);
});

test("a slope of the forbidden sign becomes 0 and the intercept the mean", () => {
  const fit = boundedLeastSquares({ rows: [[0], [1]], target: [4, 2], bounds: [POSITIVE], ridge: [0] });
  expect(fit).toEqual({ intercept: 3, coefficients: [0] });
});

test("when one coefficient stops at its bound, the other is the best one given that", () => {
  // Orthogonal columns, y = 3 a - 5 b: b stops at -1, a keeps 3.
  const rows = [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ];
  const target = rows.map(([a = 0, b = 0]) => 3 * a - 5 * b);
  const fit = boundedLeastSquares({ rows, target, bounds: [POSITIVE, { lower: -1, upper: 1 }], ridge: [0, 0] });
  expect(fit.coefficients[0]).toBeCloseTo(3, 9);
  expect(fit.coefficients[1]).toBe(-1);
});

test("two copies of a column share a ridged slope evenly", () => {
  const rows = [-1, 0, 1].map((x) => [x, x]);
  const fit = boundedLeastSquares({ rows, target: [-6, 0, 6], bounds: [POSITIVE, POSITIVE], ridge: [0.01, 0.01] });
  expect(fit.coefficients[0]).toBeCloseTo(fit.coefficients[1] ?? NaN, 7);
});

test("a weight of two is the same as the row twice", () => {
  const shared = { bounds: [FREE], ridge: [0.5] };
  const weighted = boundedLeastSquares({ ...shared, rows: [[0], [1], [3]], target: [1, 0, 7], weights: [1, 1, 2] });
  const repeated = boundedLeastSquares({ ...shared, rows: [[0], [1], [3], [3]], target: [1, 0, 7, 7] });
  expect(weighted.coefficients[0]).toBeCloseTo(repeated.coefficients[0] ?? NaN, 9);
  expect(weighted.intercept).toBeCloseTo(repeated.intercept, 9);
});

test("nearly equal columns without ridge still settle", () => {
  const rows = Array.from({ length: 20 }, (_, i) => [i, i + 1e-3 * Math.sin(i)]);
  const fit = boundedLeastSquares({
    rows,
    target: rows.map(([a = 0, b = 0]) => 2 * a + b),
    bounds: [FREE, FREE],
    ridge: [0, 0],
  });
  expect(fit.coefficients[0]).toBeCloseTo(2, 4);
  expect(fit.coefficients[1]).toBeCloseTo(1, 4);
});

test("lists of different lengths, crossed bounds and numbers that are not finite are refused", () => {
  const good: LeastSquaresProblem = { rows: [[1], [2]], target: [1, 2], bounds: [FREE], ridge: [0] };
  expect(() => boundedLeastSquares({ ...good, target: [1] })).toThrow("2 rows but 1 targets");
  expect(() => boundedLeastSquares({ ...good, bounds: [{ lower: 1, upper: 0 }] })).toThrow("crossed");
  expect(() => boundedLeastSquares({ ...good, target: [1, NaN] })).toThrow("finite");
  expect(() => boundedLeastSquares({ ...good, ridge: [-1] })).toThrow("negative");
  expect(() => boundedLeastSquares({ ...good, rows: [[1], [2, 3]] })).toThrow("row 1 has 2 values");
});

const number = fc.integer({ min: -50, max: 50 }).map((value) => value / 10);
const problems = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.record({
    rows: fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 25 }),
    bounds: fc.array(
      fc.constantFrom<Bounds>(FREE, POSITIVE, { lower: -Infinity, upper: 0 }, { lower: -0.5, upper: 1 }),
      { minLength: columns, maxLength: columns },
    ),
    ridge: fc.array(fc.constantFrom(0.01, 0.5, 4), { minLength: columns, maxLength: columns }),
    prior: fc.array(number, { minLength: columns, maxLength: columns }),
    target: fc.array(number, { minLength: 25, maxLength: 25 }),
  }),
);

test("property: the result keeps its bounds and meets the optimality conditions", () => {
  fc.assert(
    fc.property(problems, ({ rows, bounds, ridge, prior, target }) => {
      const y = target.slice(0, rows.length);
      const { intercept, coefficients } = boundedLeastSquares({ rows, target: y, bounds, ridge, prior });
      const errors = rows.map(
        (row, i) => (y[i] ?? 0) - intercept - row.reduce((s, x, j) => s + x * (coefficients[j] ?? 0), 0),
      );
      expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / rows.length)).toBeLessThan(1e-8);
      bounds.forEach(({ lower, upper }, j) => {
        const b = coefficients[j] ?? NaN;
        expect(b).toBeGreaterThanOrEqual(lower);
        expect(b).toBeLessThanOrEqual(upper);
        const fitPart = errors.reduce((sum, error, i) => sum + error * (rows[i]?.[j] ?? 0), 0) / rows.length;
        const gradient = (ridge[j] ?? 0) * (b - (prior[j] ?? 0)) - fitPart;
        // A gradient may only point out of the allowed box.
        if (b > lower) expect(gradient).toBeLessThan(1e-6);
        if (b < upper) expect(gradient).toBeGreaterThan(-1e-6);
      });
    }),
    { numRuns: 200 },
  );
});
