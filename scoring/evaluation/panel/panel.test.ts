import { describe, expect, it } from "vitest";
import { groupDifference, meanResidual } from "@/scoring/evaluation/panel/group-difference";
import { meanOfGroups, type JudgedItem } from "@/scoring/evaluation/panel/judged-item";
import { panelAgreement } from "@/scoring/evaluation/panel/panel-agreement";
import { panelBaselines } from "@/scoring/evaluation/panel/panel-baselines";

const item = (group: string, predicted: number | null, ...opinions: number[]): JudgedItem => ({
  group,
  predicted,
  opinions,
});

describe("meanOfGroups", () => {
  it("averages predictions and each rater, and keeps a person without predictions as withheld", () => {
    const items = [item("a", 40, 30, 50), item("b", null, 10, 20), item("a", 60, 50, 90), item("a", null, 40, 70)];
    expect(meanOfGroups(items)).toEqual([item("a", 50, 40, 70), item("b", null, 10, 20)]);
  });
});

describe("panelAgreement", () => {
  /** Means 40, 50, 70, 90; medians 30, 50, 70, 90. */
  const ITEMS = [
    item("a", 45, 20, 30, 70),
    item("b", 50, 40, 50, 60),
    item("c", 75, 60, 70, 80),
    item("d", 74, 80, 90, 100),
  ];

  it("gives the hand-worked figures", () => {
    const agreement = panelAgreement(ITEMS);
    // Predictions 45, 50, 75, 74 (mean 61) against 40, 50, 70, 90 (mean 62.5).
    expect(agreement?.r.value).toBeCloseTo(960 / Math.sqrt(742 * 1475), 9);
    expect(agreement?.rMedian.value).toBeCloseTo(1120 / Math.sqrt(742 * 2000), 9);
    expect(agreement?.align15.value).toBe(75);
    // The constant 60 is within 15 of 50 and 70.
    expect(agreement?.constantAlign15).toBe(50);
    expect(agreement?.skill.value).toBe(0.5);
  });

  it("leaves withheld scores out of every figure but coverage", () => {
    const withheld = panelAgreement([...ITEMS, item("e", null, 0, 0, 0)]);
    const agreement = panelAgreement(ITEMS);
    expect(withheld).toEqual({ ...agreement, coverage: 0.8 });
    expect(panelAgreement([item("a", null, 1, 2)])).toBeNull();
  });

  it("has intervals around its figures and none for one person", () => {
    const many = Array.from({ length: 40 }, (_, index) => item(`p${index}`, 2 * index, 2 * index, index % 7, 80));
    const { r } = panelAgreement(many) ?? { r: { value: null, interval: null } };
    expect(r.interval?.low).toBeLessThan(r.value ?? NaN);
    expect(r.interval?.high).toBeGreaterThan(r.value ?? NaN);
    expect(panelAgreement(many.map((one) => ({ ...one, group: "a" })))?.r.interval).toBeNull();
  });
});

describe("panelBaselines", () => {
  it("judges one rater by the others, and the median of all as a constant", () => {
    const items = [item("a", null, 20, 30, 70), item("b", null, 40, 50, 60), item("c", null, 60, 70, 80)];
    // Means 40, 50, 70, median 50: close to two of three. Of the nine comparisons only those of the first item with
    // 20 (rest 50) and 70 (rest 25) and of the others 40 (55, close), 60 (75, close), 80 (65, close) matter; 30 (45) is close.
    const { constantAlign15, expertAlign15, expertR } = panelBaselines(items);
    expect(constantAlign15).toBeCloseTo(200 / 3, 9);
    expect(expertAlign15).toBeCloseTo(700 / 9, 9);
    expect(expertR).toBeGreaterThan(0);
  });
});

describe("groupDifference", () => {
  it("measures both differences in standard deviations of the raters' means within the groups", () => {
    const women = [item("a", 62, 50, 50), item("b", 72, 60, 60), item("c", null, 0, 0)];
    const men = [item("d", 50, 40, 40), item("e", 60, 50, 50)];
    // Raters' means 50, 60 and 40, 50: variance 50 in both groups.
    const difference = groupDifference(women, men);
    expect(difference?.experts).toBeCloseTo(10 / Math.sqrt(50), 9);
    expect(difference?.model).toBeCloseTo(12 / Math.sqrt(50), 9);
    expect(meanResidual(women)).toBe(12);
    expect(meanResidual([item("a", null, 1)])).toBeNull();
    expect(groupDifference(women.slice(0, 1), men)).toBeNull();
  });

  it("tells an added difference that holds for many persons from one that may be chance", () => {
    const persons = (name: string, added: (index: number) => number): JudgedItem[] =>
      Array.from({ length: 30 }, (_, index) =>
        item(`${name}${index}`, 50 + index + added(index), 50 + index, 50 + index),
      );
    const steady = groupDifference(
      persons("w", () => 6),
      persons("m", () => 0),
    );
    expect(steady?.excessInterval?.low).toBeGreaterThan(0.4);
    const chance = groupDifference(
      persons("w", (index) => (index % 2 === 0 ? 20 : -20)),
      persons("m", () => 0),
    );
    expect(chance?.excessInterval?.low).toBeLessThan(0);
    expect(chance?.excessInterval?.high).toBeGreaterThan(0);
  });
});
