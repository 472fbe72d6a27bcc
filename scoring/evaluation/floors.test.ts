import { describe, expect, it } from "vitest";
import { checkFloors } from "@/scoring/evaluation/floors";
import { KNOWN_MISSES, type KnownMisses } from "@/scoring/evaluation/known-misses";
import { CHANGE_ROWS } from "@/scoring/evaluation/metamorphic/change-limits";
import { FLOORS, type Floor } from "@/scoring/evaluation/quick-floors";
import { TARGETS } from "@/scoring/evaluation/targets/targets";

const FLOOR: Floor = { set: "so762_train", path: ["fluency", "r"], bound: "at_least", value: 0.75 };
const GAP: Floor = { set: "so762_train", path: ["m"], minus: ["e"], bound: "at_most", value: 0.1 };
/** Every row of the table, held. */
const HELD = CHANGE_ROWS.map(({ name }) => ({ change: name, mean: 0.1, max: 0.2, held: true as boolean | null }));

/** The check of one row, which is put in place of the held one; null: it is left out. */
function checkOf(change: string, row: unknown, knownMisses: KnownMisses = {}) {
  const rows = [...HELD.filter((each) => each.change !== change), ...(row === null ? [] : [row])];
  const found = checkFloors({ metamorphic: rows }, [], knownMisses).find(({ name }) => name.endsWith(` ${change}`));
  return found && { held: found.held, detail: found.detail };
}

describe("checkFloors", () => {
  it("holds at the floor itself and fails below it", () => {
    const at = (r: number) => checkFloors({ so762_train: { fluency: { r } } }, [FLOOR])[0]?.held;
    expect([at(0.75), at(0.7499)]).toEqual([true, false]);
  });

  it("judges a difference by its size, in whichever direction", () => {
    const at = (m: number, e: number) => checkFloors({ so762_train: { m, e } }, [GAP])[0]?.held;
    expect([at(0.3, 0.2), at(0.2, 0.3), at(0.3, 0.19), at(-0.3, 0.3)]).toEqual([true, true, false, false]);
    expect(checkFloors({ so762_train: { m: 0.3 } }, [GAP])[0]?.held).toBe(false);
  });

  it("fails where a set was evaluated but lacks the figure", () => {
    for (const fluency of [null, {}, { r: null }, { r: Number.NaN }, { r: "0.9" }]) {
      expect(checkFloors({ so762_train: { fluency } }, [FLOOR])[0]?.held).toBe(false);
    }
  });

  it("says of an absent set that it was not evaluated", () => {
    expect(checkFloors({}, [FLOOR]).map(({ detail, held }) => [detail, held])).toEqual([
      ["not evaluated", null],
      ["not evaluated", null],
    ]);
  });
});

describe("the metamorphic limits", () => {
  const missed = { change: "noise", mean: 1, max: 4, held: false };

  it("are checked row by row of the table, whatever the results hold", () => {
    const names = CHANGE_ROWS.map(({ name }) => `metamorphic ${name}`);
    for (const rows of [HELD, [], ["broken"], null]) {
      expect(checkFloors({ metamorphic: rows }, []).map(({ name }) => name)).toEqual(names);
    }
    expect(checkFloors({ metamorphic: [] }, []).every(({ held }) => held === false)).toBe(true);
  });

  it("are missed by a row that is absent, or was not evaluated, with the reason", () => {
    expect(checkOf("gain", null)?.held).toBe(false);
    const gone = { change: "gain", held: null, not_evaluated: "nothing to change", tool_absent: true };
    expect(checkOf("gain", gone)).toEqual({ held: false, detail: "not evaluated: nothing to change" });
  });

  it("are excused only where the row's program is not installed", () => {
    const row = { change: "voices", held: null, not_evaluated: "espeak-ng is not installed" };
    expect(checkOf("voices", { ...row, tool_absent: true })?.held).toBeNull();
    expect(checkOf("voices", { ...row, tool_absent: false })?.held).toBe(false);
  });

  it("never pass with an unknown outcome, and a row without a limit is not called held", () => {
    expect(checkOf("gain", { change: "gain", mean: 0, max: 0, held: null })?.held).toBe(false);
    expect(checkOf("vocoder", { change: "vocoder", mean: 9, max: 9, held: true })?.held).toBeNull();
  });

  it("fail when missed, unless the miss is known and neither its mean nor its largest figure is larger", () => {
    expect(checkOf("noise", missed)?.held).toBe(false);
    expect(checkOf("noise", missed, { noise: { mean: 1, max: 4 } })?.held).toBe(true);
    expect(checkOf("noise", missed, { noise: { mean: 0.99, max: 4 } })?.held).toBe(false);
    expect(checkOf("noise", missed, { noise: { mean: 1, max: 3.99 } })?.held).toBe(false);
    expect(checkOf("noise", { ...missed, mean: null }, { noise: { mean: 1, max: 4 } })?.held).toBe(false);
  });

  it("say what was observed, and that a known miss held", () => {
    expect(checkOf("noise", missed)?.detail).toContain("observed mean 1.00, max 4.00");
    expect(checkOf("noise", { ...missed, held: true }, { noise: { mean: 1, max: 4 } })?.detail).toContain(
      "held although listed",
    );
  });
});

describe("the floors of CI", () => {
  it("are never above the figure's target less .05, five points of a percentage", () => {
    const figure = (keys: readonly string[]) => keys.filter((key) => key !== "cv" && key !== "shipped").join(".");
    for (const { set, path, bound, value } of FLOORS.filter((floor) => floor.bound === "at_least")) {
      const same = TARGETS.filter((target) => target.set === set && figure(target.path) === figure(path));
      for (const target of same) {
        const allowance = target.value > 1 ? 5 : 0.05;
        expect([bound, value <= target.value - allowance + 1e-9]).toEqual(["at_least", true]);
      }
    }
  });

  it("hold every target of the read sentences and interviews but Skill and the gain over words a minute", () => {
    const floors = FLOORS.map(({ set, path }) => [set, ...path].join("."));
    for (const { set, path } of TARGETS) {
      if (!/skill|gain_positive/.test(path.join("."))) expect(floors).toContain([set, ...path].join("."));
    }
  });

  it("never have a ceiling of a mean above that of the largest figure", () => {
    for (const { mean, max } of Object.values(KNOWN_MISSES)) expect(max).toBeGreaterThanOrEqual(mean);
  });
});
