import fc from "fast-check";
import { expect, test } from "vitest";
import { fitAdditive, predictAdditive, type TermPlan } from "@/scoring/fitting/fit-additive";

const RISING: TermPlan = { knots: [0, 5, 10], shape: { kind: "rising" }, ridge: 0 };

test("two true curves are found again, centred on the mean of the cases", () => {
  const cases = Array.from({ length: 60 }, (_, i) => [i % 11, (i * 7) % 11]);
  const target = cases.map(([a = 0, b = 0]) => 50 + Math.min(a, 5) * 2 - b);
  const fit = fitAdditive([RISING, { ...RISING, shape: { kind: "falling" } }], cases, target);
  cases.forEach((row, i) => expect(predictAdditive(fit, row)).toBeCloseTo(target[i] ?? NaN, 6));
  expect(fit.base).toBeCloseTo(target.reduce((sum, y) => sum + y, 0) / 60, 6);
});

test("a missing value is judged as the average of the term", () => {
  const cases = Array.from({ length: 22 }, (_, i) => [i % 11]);
  const fit = fitAdditive(
    [RISING],
    cases,
    cases.map(([a = 0]) => a),
  );
  expect(predictAdditive(fit, [null])).toBeCloseTo(5, 9);
});

test("strong ridge with a prior gives the prior's curve", () => {
  const cases = Array.from({ length: 22 }, (_, i) => [i % 11]);
  const plan: TermPlan = { ...RISING, ridge: 1e9, prior: [3, 1] };
  const [knots = []] = fitAdditive(
    [plan],
    cases,
    cases.map(() => 7),
  ).terms;
  expect((knots[1]?.[1] ?? 0) - (knots[0]?.[1] ?? 0)).toBeCloseTo(3, 5);
  expect((knots[2]?.[1] ?? 0) - (knots[1]?.[1] ?? 0)).toBeCloseTo(1, 5);
});

test("a term that was measured nowhere is refused by number", () => {
  expect(() =>
    fitAdditive(
      [RISING, RISING],
      [
        [1, null],
        [2, null],
      ],
      [1, 2],
    ),
  ).toThrow("term 1 has no measured value");
});

test("property: a larger value of a rising term never lowers the score", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 3,
    maxLength: 30,
  });
  fc.assert(
    fc.property(pairs, fc.integer({ min: -2, max: 12 }), fc.integer({ min: 0, max: 5 }), (data, x, more) => {
      const fit = fitAdditive(
        [{ ...RISING, ridge: 0.1 }],
        data.map(([a]) => [a]),
        data.map(([, y]) => y),
      );
      expect(predictAdditive(fit, [x + more])).toBeGreaterThanOrEqual(predictAdditive(fit, [x]) - 1e-9);
    }),
  );
});
