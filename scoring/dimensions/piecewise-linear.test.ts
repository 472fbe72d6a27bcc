import { describe, expect, it } from "vitest";
import { piecewiseLinear } from "@/scoring/dimensions/piecewise-linear";

describe("piecewiseLinear", () => {
  const knots = [
    [60, -1],
    [90, -0.5],
    [150, 0.8],
  ] as const;

  it.each([
    [0, -1],
    [60, -1],
    [75, -0.75],
    [90, -0.5],
    [120, 0.15],
    [150, 0.8],
    [900, 0.8],
  ])("at %d gives %d: through the knots, straight between them, constant outside", (x, y) => {
    expect(piecewiseLinear(knots, x)).toBeCloseTo(y, 12);
  });

  it("refuses a shape without knots", () => {
    expect(() => piecewiseLinear([], 1)).toThrow(RangeError);
  });
});
