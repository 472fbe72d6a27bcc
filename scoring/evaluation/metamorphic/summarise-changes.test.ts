import { describe, expect, it } from "vitest";
import type { ChangeRow } from "@/scoring/evaluation/metamorphic/change-limits";
import type { DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import { summariseChanges } from "@/scoring/evaluation/metamorphic/summarise-changes";

const none = { delta: null, withheld: false, appeared: false, widening: null };
const moved = (dimension: DimensionChange["dimension"], delta: number, widening = 0): DimensionChange => {
  return { ...none, dimension, delta, widening };
};
const row = (limit: ChangeRow["limit"]): ChangeRow => ({ name: "x", title: "x", limit });
const variant = (changes: readonly DimensionChange[], name = "a") => ({ variant: name, answers: 2, changes });
const summarise = (limit: ChangeRow["limit"], changes: readonly DimensionChange[]) =>
  summariseChanges(row(limit), [variant(changes)]);

describe("a limit on distance", () => {
  const changes = [moved("clarity", -1), moved("clarity", 0.5), moved("composure", 0)];
  const limit = (mean: number | null, max: number | null) => ({ kind: "distance", mean, max }) as const;

  it("holds when both the mean of the worst dimension and the largest distance keep to it", () => {
    const held = (mean: number | null, max: number | null) => summarise(limit(mean, max), changes).held;
    expect([held(0.75, 1), held(0.74, 1), held(0.75, 0.99)]).toEqual([true, false, false]);
  });

  it("never counts as held where there is no limit", () => {
    expect(summarise(limit(null, null), changes).held).toBeNull();
  });

  it("is not met by a variant that stands still beside one that moves", () => {
    const still = variant([moved("clarity", 0), moved("clarity", 0)], "still");
    const summary = summariseChanges(row(limit(0.5, 9)), [still, variant([moved("clarity", -1)], "moves"), still]);
    expect(summary).toMatchObject({ held: false, n: 5, answers: 2 });
    expect(summary.mean).toEqual({ value: 1, variant: "moves", dimension: "clarity" });
  });

  it("sums up every dimension of every variant by itself, with signs", () => {
    const cells = summarise(limit(1, 1), changes).cells;
    const clarity = cells.find(({ dimension }) => dimension === "clarity");
    expect(clarity).toMatchObject({ n: 2, signed: -0.25, lowest: -1, highest: 0.5, mean: 0.75, max: 1 });
    expect(cells.find(({ dimension }) => dimension === "empathy_signal")).toMatchObject({ n: 0, mean: null });
  });

  it("does not hold without a single comparison, and counts what was withheld", () => {
    const gone: DimensionChange = { ...none, dimension: "clarity", withheld: true };
    expect(summarise(limit(1, 1), [gone])).toMatchObject({ held: false, withheld: 1 });
  });
});

describe("a fall that must be seen", () => {
  const fall = { kind: "fall", dimensions: ["clarity"], least: 2, most: 8 } as const;

  it("holds when everybody falls and the mean lies in the range; other dimensions do not count", () => {
    const held = (...changes: DimensionChange[]) => summarise(fall, changes).held;
    expect(held(moved("clarity", -1), moved("clarity", -4), moved("composure", 9))).toBe(true);
    expect(held(moved("clarity", -1), moved("clarity", -2))).toBe(false);
    expect(held(moved("clarity", -9), moved("clarity", -8))).toBe(false);
    expect(held(moved("composure", -4))).toBe(false);
  });

  it("does not hold when one rises", () => {
    const summary = summarise(fall, [moved("clarity", 0.1), moved("clarity", -8)]);
    expect(summary).toMatchObject({ held: false, share: 0.5, max: { value: 0.1 } });
  });
});

describe("a rise that is bounded", () => {
  const rise = { kind: "rise", dimensions: ["communication"], most: 0 } as const;

  it("holds when nobody rises by more; the largest is the largest rise, however far others fall", () => {
    const summary = summarise(rise, [moved("communication", -3), moved("communication", -7)]);
    expect(summary).toMatchObject({ held: true, mean: { value: -5 }, max: { value: -3 } });
    expect(summarise(rise, [moved("communication", 0.01)]).held).toBe(false);
  });
});

describe("an error that must grow", () => {
  const widened = { kind: "widened", dimensions: ["clarity"] } as const;

  it("holds when each score is withheld or given with an error that is larger by more than rounding", () => {
    const gone: DimensionChange = { ...none, dimension: "clarity", withheld: true };
    const held = (...changes: DimensionChange[]) => summarise(widened, changes).held;
    expect(held(gone, moved("clarity", 5, 0.4))).toBe(true);
    expect(held(gone, moved("clarity", 0, 0))).toBe(false);
    expect(held(gone, moved("clarity", 0, 0.05))).toBe(false);
    expect(held(gone, moved("clarity", 0, -0.1))).toBe(false);
  });

  it("leaves out dimensions that the row does not name, and says how far the error narrowed at worst", () => {
    const summary = summarise(widened, [moved("clarity", 0, 0.4), moved("clarity", 0, 0.1), moved("composure", 0, 0)]);
    expect(summary).toMatchObject({ held: true, n: 2, max: { value: -0.1 } });
  });
});
