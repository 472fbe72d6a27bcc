import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile } from "@/scoring/acoustics/quantile";

/** By definition: sort and interpolate. */
function bySorting(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  const atLow = sorted[low] ?? NaN;
  return atLow + (position - low) * ((sorted[Math.min(sorted.length - 1, low + 1)] ?? NaN) - atLow);
}

describe("quantile", () => {
  it("is what sorting and interpolating gives, for any values, many of them equal or not", () => {
    const few = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 400 });
    const many = fc.array(fc.double({ min: -120, max: 20, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(fc.oneof(few, many), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        expect(quantile(values, share)).toBeCloseTo(bySorting(values, share), 9);
      }),
    );
  });

  it.each([
    ["ascending", (i: number) => i],
    ["descending", (i: number) => -i],
    ["constant", () => 7],
  ])("takes %s values in its stride", (_, value) => {
    const values = Array.from({ length: 50_000 }, (__, i) => value(i));
    expect(quantile(values, 0.1)).toBeCloseTo(bySorting(values, 0.1), 9);
  });

  it("leaves the caller's values alone and has no answer for none", () => {
    const values = Float32Array.from({ length: 200 }, (_, i) => (i * 7919) % 101);
    const before = values.slice();
    quantile(values, 0.5);
    expect(values).toEqual(before);
    expect(quantile([], 0.5)).toBeUndefined();
  });

  it("counts NaN as the largest value", () => {
    expect(
      quantile(
        Float32Array.from({ length: 100 }, (_, i) => (i === 3 ? NaN : i)),
        0,
      ),
    ).toBe(0);
    expect(
      quantile(
        Float32Array.from({ length: 100 }, (_, i) => (i === 3 ? NaN : i)),
        1,
      ),
    ).toBeNaN();
  });
});
