import { describe, expect, it } from "vitest";
import { bootstrapInterval, bootstrapValues } from "@/scoring/evaluation/statistics/bootstrap-interval";
import { mean } from "@/scoring/evaluation/statistics/mean";

const VALUES = Array.from({ length: 100 }, (_, index) => index);
const OWN_GROUPS = VALUES.map(String);
const meanOf = (rows: readonly number[]): number => mean(rows.map((row) => VALUES[row] ?? 0));

describe("bootstrapInterval", () => {
  it("is the textbook interval of a mean when every row is a group of its own", () => {
    // sd of 0..99 is 28.87: 49.5 +- 1.96 * 28.87 / 10.
    const interval = bootstrapInterval(OWN_GROUPS, meanOf, { draws: 4_000 });
    expect(interval?.low).toBeCloseTo(49.5 - 5.66, 0);
    expect(interval?.high).toBeCloseTo(49.5 + 5.66, 0);
  });

  it("is the same on every run, and another for another seed", () => {
    expect(bootstrapInterval(OWN_GROUPS, meanOf)).toEqual(bootstrapInterval(OWN_GROUPS, meanOf));
    expect(bootstrapInterval(OWN_GROUPS, meanOf, { seed: 1 })).not.toEqual(bootstrapInterval(OWN_GROUPS, meanOf));
  });

  it("grows when the rows belong to few persons", () => {
    const tenPersons = VALUES.map((value) => String(Math.floor(value / 10)));
    const width = (groups: readonly string[]): number => {
      const interval = bootstrapInterval(groups, meanOf);
      return interval ? interval.high - interval.low : NaN;
    };
    expect(width(tenPersons)).toBeGreaterThan(2 * width(OWN_GROUPS));
  });

  it("draws whole groups", () => {
    const groups = ["a", "a", "b", "b", "b"];
    const sizes = bootstrapValues(groups, (rows) => rows.length, { draws: 200 });
    expect(new Set(sizes)).toEqual(new Set([4, 5, 6]));
  });

  it("has no interval for one person, or when most draws have no statistic", () => {
    expect(bootstrapInterval(["a", "a"], (rows) => rows.length)).toBeNull();
    expect(bootstrapInterval(["a", "b"], () => null)).toBeNull();
  });
});
