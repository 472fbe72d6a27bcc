import { describe, expect, it } from "vitest";
import { readTargets } from "@/scoring/evaluation/targets/read-targets";
import { type Target, TARGETS } from "@/scoring/evaluation/targets/targets";

const R: Target = { set: "s", label: "r", path: ["a", "r"], interval: ["a", "r_ci"], bound: "at_least", value: 0.8 };
const GAP: Target = { set: "s", label: "gap", path: ["m"], minus: ["e"], bound: "at_most", value: 0.1 };

describe("readTargets", () => {
  it("finds the figure and its interval, and says whether the target is met", () => {
    const [met] = readTargets({ s: { a: { r: 0.8, r_ci: [0.7, 0.9] } } }, [R]);
    expect(met).toMatchObject({ reached: 0.8, interval: [0.7, 0.9], met: true });
    expect(readTargets({ s: { a: { r: 0.79, r_ci: null } } }, [R])[0]).toMatchObject({ interval: null, met: false });
  });

  it("judges a distance by its size, in whichever direction", () => {
    const met = (m: number, e: number) => readTargets({ s: { m, e } }, [GAP])[0]?.met;
    expect([met(0.3, 0.25), met(0.2, 0.25), met(0.3, 0.1), met(0.1, 0.3)]).toEqual([true, true, false, false]);
  });

  it("never calls a figure that is not there met or missed", () => {
    const nothing: Record<string, unknown>[] = [{}, { s: null }, { s: { a: { r: null } } }, { s: { m: 1 } }];
    for (const results of nothing) {
      for (const { reached, met } of readTargets(results, [R, GAP])) expect([reached, met]).toEqual([null, null]);
    }
  });

  it("has one entry for every target of the project", () => {
    expect(readTargets({}).map(({ target }) => target)).toEqual(TARGETS);
    const keys = TARGETS.map(({ set, path }) => [set, ...path].join("."));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
