import { expect, test } from "vitest";
import { figureText, fractionText, pointsText } from "@/scoring/evaluation/figure-text";

test("figures are printed as papers print them, and never as -0", () => {
  expect([0.8449, -0.05, 1, -0.001, null].map((value) => fractionText(value))).toEqual([
    ".84",
    "-.05",
    "1.00",
    ".00",
    "-",
  ]);
  expect([94.24, -0.04, null].map((value) => pointsText(value))).toEqual(["94.2", "0.0", "-"]);
  expect(figureText({ value: 0.8, interval: { low: 0.7, high: 0.9 } })).toBe(".80 [.70, .90]");
  expect(figureText({ value: 90, interval: null }, pointsText)).toBe("90.0");
});
