import { describe, expect, it } from "vitest";
import { checkFloors, FLOORS } from "@/scoring/evaluation/floors";
import { TARGETS } from "@/scoring/evaluation/targets/targets";

const FLOOR = { set: "so762_train", path: ["fluency", "r"], least: 0.75 };
const held = { change: "gain", mean: 0.1, max: 0.2, held: true };

function outcomes(results: Record<string, unknown>, knownMisses: Record<string, number> = {}) {
  return checkFloors(results, [FLOOR], knownMisses).map(({ name, held: is }) => [name, is]);
}

describe("checkFloors", () => {
  it("holds at the floor itself and fails below it", () => {
    const at = (r: number) => outcomes({ so762_train: { fluency: { r } }, metamorphic: [held] })[0]?.[1];
    expect(at(0.75)).toBe(true);
    expect(at(0.7499)).toBe(false);
  });

  it("fails where a set was evaluated but lacks the figure", () => {
    for (const fluency of [null, {}, { r: null }, { r: Number.NaN }, { r: "0.9" }]) {
      expect(outcomes({ so762_train: { fluency } })[0]).toEqual(["so762_train fluency.r", false]);
    }
  });

  it("says of an absent set that it was not evaluated", () => {
    expect(outcomes({})).toEqual([
      ["so762_train fluency.r", null],
      ["metamorphic", null],
    ]);
  });

  it("fails for a limit that was not held, unless the miss is known and no larger", () => {
    const results = { metamorphic: [held, { ...held, change: "noise", held: false }] };
    expect(outcomes(results).slice(1)).toEqual([
      ["metamorphic gain", true],
      ["metamorphic noise", false],
    ]);
    expect(outcomes(results, { noise: 0.2 }).at(-1)).toEqual(["metamorphic noise", true]);
    expect(outcomes(results, { noise: 0.19 }).at(-1)).toEqual(["metamorphic noise", false]);
  });

  it("fails for metamorphic results without rows, or rows of another shape", () => {
    expect(outcomes({ metamorphic: [] }).at(-1)).toEqual(["metamorphic", false]);
    expect(outcomes({ metamorphic: ["broken"] }).at(-1)?.[1]).toBe(false);
  });
});

describe("the floors of CI", () => {
  it("are never above their target less .05", () => {
    for (const { set, path, least } of FLOORS) {
      const figure = (keys: readonly string[]) => keys.filter((key) => key !== "cv" && key !== "shipped").join(".");
      const same = TARGETS.filter((target) => target.set === set && figure(target.path) === figure(path));
      expect(same).toHaveLength(1);
      for (const { value } of same) expect(least).toBeLessThanOrEqual(value - 0.05 + 1e-9);
    }
  });
});
