import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summariseRuns } from "@/scoring/bench/summarise-runs";

describe("summariseRuns", () => {
  it("takes the middle run, whatever the order", () => {
    expect(summariseRuns([9, 1, 100, 3, 2])).toEqual({ median: 3, min: 1, max: 100 });
  });

  it("takes the mean of the middle two of an even number of runs", () => {
    expect(summariseRuns([4, 1, 2, 10]).median).toBe(3);
  });

  it("refuses to make a number of no runs, or of a run that failed", () => {
    expect(() => summariseRuns([])).toThrow(/nothing was measured/);
    expect(() => summariseRuns([1, NaN, 2])).toThrow(/no finite number/);
  });

  it("never leaves the range of the runs, and leaves them as they were", () => {
    const runs = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(runs, (times) => {
        const before = [...times];
        const { median, min, max } = summariseRuns(times);
        expect(times).toEqual(before);
        expect(min).toBe(Math.min(...times));
        expect(max).toBe(Math.max(...times));
        expect(median >= min && median <= max).toBe(true);
      }),
    );
  });
});
