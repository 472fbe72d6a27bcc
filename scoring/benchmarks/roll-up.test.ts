import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILT_IN_ROLES, findBuiltInRole } from "@/scoring/benchmarks/built-in-roles";
import { PRIOR_NORMS } from "@/scoring/benchmarks/prior-norms";
import { roleBenchmarkSchema, type RoleBenchmark } from "@/scoring/benchmarks/role-benchmark-schema";
import { rollUp } from "@/scoring/benchmarks/roll-up";
import {
  DIMENSIONS,
  type DimensionResult,
  type DimensionResults,
  type LowConfidenceReason,
} from "@/scoring/dimensions/dimension-result";

const NOISY: LowConfidenceReason = { code: "noisy", text: "noise", needs: null };

function scored(
  score: number,
  more: { provisional?: boolean; cautions?: LowConfidenceReason[] } = {},
): DimensionResult {
  return {
    kind: "scored",
    score,
    standardError: 8,
    interval: [Math.max(0, score - 10), Math.min(100, score + 10)],
    provisional: more.provisional ?? false,
    cautions: more.cautions ?? [],
    ledger: { base: score, terms: [], clip: 0, exactScore: score, missing: [] },
  };
}

const withheld: DimensionResult = { kind: "withheld", reasons: [{ code: "too_short", text: "short", needs: null }] };

function results(...four: (number | null | DimensionResult)[]): DimensionResults {
  const entries = DIMENSIONS.map((dimension, i) => {
    const value = four[i] ?? null;
    const result = typeof value === "number" ? scored(value) : (value ?? withheld);
    return [dimension, result] as const;
  });
  // Object.fromEntries forgets that all four keys are there.
  return Object.fromEntries(entries) as DimensionResults;
}

function builtIn(key: string): RoleBenchmark {
  const role = findBuiltInRole(key);
  if (role === null) throw new Error(`no built-in role ${key}`);
  return role;
}

const SUPPORT = builtIn("customer_support");

describe("rollUp", () => {
  it("turns 85/80/79/77 into overall 82 and percentile 88 for customer support", () => {
    const rolled = rollUp(results(85, 80, 79, 77), SUPPORT, PRIOR_NORMS);
    expect(rolled).toMatchObject({ exactOverall: 81.65, overall: 82, status: "success", verdict: "pass" });
    expect(rolled.percentile).toEqual({ value: 88, source: "prior", n: 0, interval: null });
  });

  it("weighs only what was scored: 82/80/70/null gives 79 and percentile 83, for a person to review", () => {
    const rolled = rollUp(results(82, 80, 70, null), SUPPORT, PRIOR_NORMS);
    expect(rolled).toMatchObject({ overall: 79, status: "partial", verdict: "review" });
    expect(rolled.percentile?.value).toBe(83);
    expect(rolled.verdictReasons).toEqual(["low_confidence:empathy_signal"]);
  });

  it("gives no overall from one dimension, however heavy", () => {
    const heavy = { ...SUPPORT, weights: { communication: 0.9, clarity: 0.1, composure: 0, empathy_signal: 0 } };
    expect(rollUp(results(90, null, null, null), heavy, PRIOR_NORMS)).toMatchObject({
      overall: null,
      percentile: null,
      status: "partial",
      verdict: "review",
    });
  });

  it("gives no overall when less than half of the role's weight was scored, and one at exactly half", () => {
    const soundOnly = results(null, 80, 70, null);
    expect(rollUp(soundOnly, SUPPORT, PRIOR_NORMS).overall).toBeNull();
    expect(rollUp(soundOnly, builtIn("default"), PRIOR_NORMS).overall).toBe(76);
  });

  it("says not_scored when nothing could be judged", () => {
    expect(rollUp(results(null, null, null, null), SUPPORT, PRIOR_NORMS)).toMatchObject({
      overall: null,
      percentile: null,
      status: "not_scored",
      verdict: "not_scored",
    });
  });

  it.each([
    ["a provisional score", results(scored(90, { provisional: true }), 90, 90, 90), [], "provisional:communication"],
    ["a caution", results(90, scored(90, { cautions: [NOISY] }), 90, 90), [], "caution:clarity"],
    ["a flag", results(90, 90, 90, 90), ["reading_detected"], "flag:reading_detected"],
  ])("asks for review on %s, whatever the score", (_what, dimensions, flags, reason) => {
    const rolled = rollUp(dimensions, SUPPORT, PRIOR_NORMS, [], flags);
    expect(rolled).toMatchObject({ overall: 90, verdict: "review", verdictReasons: [reason] });
  });

  it("passes at the bar and not one point under it", () => {
    expect(rollUp(results(65, 65, 65, 65), SUPPORT, PRIOR_NORMS).verdict).toBe("pass");
    expect(rollUp(results(64, 64, 64, 64), SUPPORT, PRIOR_NORMS).verdict).toBe("below_bar");
  });

  it("stays inside the scored dimensions, for every role", () => {
    const score = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.tuple(score, score, score, score), fc.constantFrom(...BUILT_IN_ROLES), (four, role) => {
        const { overall } = rollUp(results(...four), role, PRIOR_NORMS);
        const present = four.filter((value) => value !== null);
        if (overall === null) return;
        expect(overall).toBeGreaterThanOrEqual(Math.min(...present));
        expect(overall).toBeLessThanOrEqual(Math.max(...present));
      }),
    );
  });
});

describe("role benchmarks", () => {
  it("has seven built-in roles that follow the schema, with unique keys", () => {
    for (const role of BUILT_IN_ROLES) expect(() => roleBenchmarkSchema.parse(role)).not.toThrow();
    expect(new Set(BUILT_IN_ROLES.map((role) => role.key)).size).toBe(7);
  });

  it("refuses weights that do not add up to 1, and unknown fields", () => {
    const weights = { ...SUPPORT.weights, clarity: 0.5 };
    expect(roleBenchmarkSchema.safeParse({ ...SUPPORT, weights }).success).toBe(false);
    expect(roleBenchmarkSchema.safeParse({ ...SUPPORT, gender: "x" }).success).toBe(false);
  });
});
