import { describe, expect, it } from "vitest";
import { formatMeasure, formatRatio } from "@/scoring/bench/format-measure";

describe("formatMeasure", () => {
  it("shows about three digits, with the unit", () => {
    expect(formatMeasure(3.4178, "ms")).toBe("3.42 ms");
    expect(formatMeasure(61.49, "MB")).toBe("61.5 MB");
    expect(formatMeasure(849.7, "ms")).toBe("850 ms");
  });

  it("groups thousands and drops a fraction of nothing", () => {
    expect(formatMeasure(40_000, "ms")).toBe("40,000 ms");
    expect(formatMeasure(1_234_567.8, "ms")).toBe("1,234,568 ms");
    expect(formatMeasure(10, "ms")).toBe("10 ms");
  });
});

describe("formatRatio", () => {
  it("shows small ratios finely, since 0.97 and 1.03 lie on two sides of a target", () => {
    expect(formatRatio(0.974)).toBe("0.97 x");
    expect(formatRatio(15.26)).toBe("15.3 x");
  });
});
