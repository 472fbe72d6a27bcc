import { describe, expect, it } from "vitest";
import { align15, raterAlign15, skill } from "@/scoring/evaluation/statistics/align15";
import { auc } from "@/scoring/evaluation/statistics/auc";
import { differenceInSd } from "@/scoring/evaluation/statistics/difference-in-sd";
import { mean, median } from "@/scoring/evaluation/statistics/mean";
import { raterCorrelation } from "@/scoring/evaluation/statistics/rater-correlation";

describe("align15", () => {
  it("counts a score exactly 15 points off as close, one beyond as not", () => {
    expect(align15([50, 50, 50, 50], [35, 65, 34.9, 80])).toBe(50);
    // 0.1 + 0.2 problems at the edge: 70.1 - 55.1 is a little more than 15 in binary.
    expect(align15([70.1], [55.1])).toBe(100);
  });

  it("compares each rater with the mean of the others", () => {
    // Rests of (40, 50, 80): 65, 60, 45: only the second rater is close. Of (60, 60, 60) all are.
    expect(
      raterAlign15([
        [40, 50, 80],
        [60, 60, 60],
      ]),
    ).toBeCloseTo((50 + 100 + 50) / 3, 12);
    expect(() => raterAlign15([[1, 2], [3]])).toThrow(RangeError);
  });

  it("gives skill 0 to the constant, 1 to perfection, and none where a constant leaves nothing to win", () => {
    expect(skill(82.6, 82.6)).toBe(0);
    expect(skill(100, 80)).toBe(1);
    // scoring-science 9.4: 92.2 against 82.6 is .55.
    expect(skill(92.2, 82.6)).toBeCloseTo(0.552, 3);
    expect(skill(100, 100)).toBeNull();
  });
});

describe("raterCorrelation", () => {
  it("is 1 for raters that only differ in severity and null when one says the same of everything", () => {
    expect(
      raterCorrelation([
        [1, 3, 5],
        [2, 4, 6],
        [4, 6, 8],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      raterCorrelation([
        [1, 3],
        [2, 3],
      ]),
    ).toBeNull();
  });
});

describe("auc", () => {
  it("gives the hand-counted share of right pairs, ties half", () => {
    // Positives 3, 2, 2 against negatives 1, 2: right pairs 1 + 1, 1 + half, 1 + half = 5 of 6.
    expect(auc([3, 2, 2, 1, 2], [true, true, true, false, false])).toBeCloseTo(5 / 6, 12);
    expect(auc([1, 2], [true, true])).toBeNull();
  });

  it("turns into its complement when the scores are turned round", () => {
    const scores = [0.1, 0.4, 0.35, 0.8];
    const positive = [false, false, true, true];
    // The example of scikit-learn's roc_auc_score.
    expect(auc(scores, positive)).toBeCloseTo(0.75, 12);
    expect(
      auc(
        scores.map((score) => -score),
        positive,
      ),
    ).toBeCloseTo(0.25, 12);
  });
});

describe("differenceInSd", () => {
  it("divides the difference of the means by the pooled standard deviation", () => {
    // Means 3 and 5, both variances 2.5.
    expect(differenceInSd([1, 2, 3, 4, 5], [3, 4, 5, 6, 7])).toBeCloseTo(-2 / Math.sqrt(2.5), 12);
    expect(differenceInSd([1], [2, 3])).toBeNull();
    expect(differenceInSd([1, 1], [2, 2])).toBeNull();
  });
});

describe("mean and median", () => {
  it("are the middle of what is there and refuse nothing at all", () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 10, 3])).toBe(2.5);
    expect(() => mean([])).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
  });
});
