import { expect, test } from "vitest";
import { toSoftSkillsScore } from "@/lib/assessments/serializers";
import { makeScoreParts, scoredDimension, withheldDimension } from "@/lib/assessments/testing/make-score-parts";

const FULL = makeScoreParts({
  communication: scoredDimension(85),
  clarity: scoredDimension(80),
  composure: scoredDimension(79),
  empathy_signal: scoredDimension(77),
});

const PARTIAL = makeScoreParts({
  communication: scoredDimension(82),
  clarity: scoredDimension(80, { provisional: true }),
  composure: scoredDimension(70),
  empathy_signal: withheldDimension("The question does not call for helpful acts."),
});

test("85, 80, 79 and 77 for customer_support are 82, percentile 88", () => {
  expect(toSoftSkillsScore(FULL)).toMatchObject({
    role_benchmark: "customer_support",
    overall_score: 82,
    dimensions: { communication: 85, clarity: 80, composure: 79, empathy_signal: 77 },
    benchmark_percentile: 88,
    status: "success",
  });
});

test("a withheld dimension is null with its reasons, has no evidence and no interval, and the rest still counts", () => {
  const json = toSoftSkillsScore(PARTIAL);
  expect(json).toMatchObject({ status: "partial", overall_score: 79, verdict: "review" });
  expect(json.dimensions.empathy_signal).toBeNull();
  expect(json.low_confidence).toEqual([
    {
      dimension: "empathy_signal",
      reasons: [
        {
          code: "no_occasion",
          text: "The question does not call for helpful acts.",
          needs: "question_with_occasion",
        },
      ],
    },
  ]);
  expect(json.provisional).toEqual(["clarity"]);
  expect(Object.keys(json.evidence)).toEqual(["communication", "clarity", "composure"]);
  expect(Object.keys(json.intervals)).toEqual(["communication", "clarity", "composure"]);
});

test("what was not assessed or measured is null, never false or 0", () => {
  const json = toSoftSkillsScore({ ...FULL, transcript: null });
  expect(json.fraud_signals).toEqual({
    ...{ reading_detected: null, multiple_speakers: null, scripted_or_generated: null, details: [] },
  });
  expect(json.measurements["words_per_minute"]).toEqual({
    value: null,
    unit: "words/min",
    reason: "no_transcript",
    text: "no transcript",
  });
  expect(json.transcript).toBeNull();
});

test("every key is snake_case and every value survives JSON unchanged", () => {
  const json = toSoftSkillsScore(PARTIAL);
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  for (const key of keysOf(json)) expect(key).toMatch(/^[a-z0-9_]+$/);
});

test("values carry at most four decimals and moments whole milliseconds", () => {
  const json = toSoftSkillsScore(FULL);
  const term = json.evidence.communication?.terms[0];
  expect(term).toMatchObject({ value: 151.1235, vs_norm: 0.1, moments: [{ start_ms: 31_000, end_ms: 46_000 }] });
  expect(json.measurements["articulation_rate"]).toMatchObject({ value: 4.6123 });
  expect(json.audio).toMatchObject({ speech_ms: 201_400, snr_db: 31.3 });
});

test("the result pins its input, norms, role version and model", () => {
  expect(toSoftSkillsScore(FULL)).toMatchObject({
    model: "soft-skills@0.1.0",
    pins: { role_version: 1, norms: "norms@prior-1", input: "cd".repeat(32) },
  });
});

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [key, ...keysOf(child)]);
}
