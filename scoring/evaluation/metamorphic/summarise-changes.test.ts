import { describe, expect, it } from "vitest";
import type { ChangeRow } from "@/scoring/evaluation/metamorphic/change-limits";
import type { DimensionChange } from "@/scoring/evaluation/metamorphic/score-change";
import { summariseChanges } from "@/scoring/evaluation/metamorphic/summarise-changes";

const none = { delta: null, withheld: false, appeared: false, widening: null };
const moved = (dimension: DimensionChange["dimension"], delta: number, widening = 0): DimensionChange => {
  return { ...none, dimension, delta, widening };
};
const row = (limit: ChangeRow["limit"]): ChangeRow => ({ name: "x", title: "x", limit });

describe("a limit on distance", () => {
  const changes = [moved("clarity", -1), moved("clarity", 0.5), moved("composure", 0)];

  it("holds when both the mean and the largest distance keep to it", () => {
    const held = (mean: number | null, max: number | null): boolean =>
      summariseChanges(row({ kind: "distance", mean, max }), changes).held;
    expect([held(0.5, 1), held(0.49, 1), held(0.5, 0.99), held(null, null)]).toEqual([true, false, false, true]);
  });

  it("sums up every dimension by itself", () => {
    const { byDimension, signed, mean, max } = summariseChanges(row({ kind: "distance", mean: 1, max: 1 }), changes);
    expect([signed, mean, max]).toEqual([-0.5 / 3, 0.5, 1]);
    expect(byDimension.clarity).toMatchObject({ n: 2, signed: -0.25, mean: 0.75, max: 1 });
    expect(byDimension.empathy_signal).toMatchObject({ n: 0, signed: null, mean: null, max: null });
  });

  it("does not hold without a single comparison, and counts what was withheld", () => {
    const gone: DimensionChange = { ...none, dimension: "clarity", withheld: true };
    expect(summariseChanges(row({ kind: "distance", mean: 1, max: 1 }), [gone])).toMatchObject({
      held: false,
      withheld: 1,
    });
  });
});

describe("a fall that must be seen", () => {
  const fall = row({ kind: "fall", dimensions: ["clarity"], least: 2, most: 8 });

  it("holds when everybody falls and the mean lies in the range; other dimensions do not count", () => {
    expect(summariseChanges(fall, [moved("clarity", -1), moved("clarity", -4), moved("composure", 9)]).held).toBe(true);
    expect(summariseChanges(fall, [moved("clarity", -1), moved("clarity", -2)]).held).toBe(false);
    expect(summariseChanges(fall, [moved("clarity", -9), moved("clarity", -8)]).held).toBe(false);
  });

  it("does not hold when one rises", () => {
    expect(summariseChanges(fall, [moved("clarity", 0.1), moved("clarity", -8)])).toMatchObject({
      held: false,
      share: 0.5,
    });
  });
});

describe("a rise that is bounded", () => {
  it("holds when nobody rises by more", () => {
    const rise = row({ kind: "rise", dimensions: ["communication"], most: 0 });
    expect(summariseChanges(rise, [moved("communication", 0), moved("communication", -7)]).held).toBe(true);
    expect(summariseChanges(rise, [moved("communication", 0.01)]).held).toBe(false);
  });
});

describe("an error that must not shrink", () => {
  it("holds when each score is withheld or at most as certain as before", () => {
    const widened = row({ kind: "widened" });
    const gone: DimensionChange = { ...none, dimension: "clarity", withheld: true };
    expect(summariseChanges(widened, [gone, moved("clarity", 5, 0.4)]).held).toBe(true);
    expect(summariseChanges(widened, [gone, moved("clarity", 0, 0)]).held).toBe(true);
    expect(summariseChanges(widened, [gone, moved("clarity", 0, -0.1)]).held).toBe(false);
  });
});
