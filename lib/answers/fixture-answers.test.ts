import { beforeAll, describe, expect, it } from "vitest";
import type { RecordingScore } from "@/lib/answers/score-recording";
import { FIXTURES, scoreFixture } from "@/lib/answers/testing/score-fixture";
import { findBuiltInRole } from "@/scoring/benchmarks/built-in-roles";
import { PRIOR_NORMS } from "@/scoring/benchmarks/prior-norms";
import { rollUp } from "@/scoring/benchmarks/roll-up";
import { DIMENSIONS, type Dimension, SCORING_MODES } from "@/scoring/dimensions/dimension-result";

/** What each fixture answer must come to, with its word times: status, and which dimensions are null and why. */
const EXPECTED: Readonly<Record<string, { status: string; withheld: Partial<Record<Dimension, string>> }>> = {
  strong: { status: "success", withheld: {} },
  average: { status: "success", withheld: {} },
  weak: { status: "success", withheld: {} },
  "one-line": {
    status: "not_scored",
    withheld: { communication: "too_short", clarity: "too_short", composure: "too_short", empathy_signal: "too_short" },
  },
  "off-topic": { status: "partial", withheld: { communication: "off_topic", empathy_signal: "off_topic" } },
  "read-aloud": { status: "success", withheld: {} },
  // Shorter than the others, so that the jackknife error of communication stays above its limit.
  "two-speakers": { status: "partial", withheld: { communication: "standard_error" } },
  noisy: {
    status: "not_scored",
    withheld: { communication: "noise", clarity: "noise", composure: "noise", empathy_signal: "noise" },
  },
};

const role = findBuiltInRole("customer_support");
const scores = new Map<string, RecordingScore>();

beforeAll(async () => {
  for (const key of Object.keys(EXPECTED)) scores.set(key, await scoreFixture(key));
}, 120_000);

function scoreOf(key: string): RecordingScore {
  const score = scores.get(key);
  if (!score) throw new Error(`${key} was not scored`);
  return score;
}

function standard(key: string) {
  return scoreOf(key).scored.modes.standard;
}

describe("the fixture answers", () => {
  it("are all in the table, or silent", () => {
    expect(FIXTURES.map((fixture) => fixture.key).toSorted()).toEqual([...Object.keys(EXPECTED), "silence"].toSorted());
  });

  it.each(Object.entries(EXPECTED))(
    "%s comes to its expected status, with null only where a reason says so",
    (key, expected) => {
      if (!role) throw new Error("customer_support is built in");
      const results = standard(key);
      expect(rollUp(results, role, PRIOR_NORMS).status).toBe(expected.status);
      for (const dimension of DIMENSIONS) {
        const result = results[dimension];
        const reason = expected.withheld[dimension];
        if (reason === undefined) expect(result.kind, dimension).toBe("scored");
        else expect(result.kind === "withheld" && result.reasons.map(({ code }) => code), dimension).toContain(reason);
      }
    },
  );

  it.each(DIMENSIONS)("%s puts strong above average above weak, by more than rounding", (dimension) => {
    const [strong, average, weak] = ["strong", "average", "weak"].map((key) => {
      const result = standard(key)[dimension];
      return result.kind === "scored" ? result.ledger.exactScore : NaN;
    });
    expect((strong ?? NaN) - (average ?? NaN)).toBeGreaterThan(1);
    expect((average ?? NaN) - (weak ?? NaN)).toBeGreaterThan(1);
  });

  it.each(Object.keys(EXPECTED))("%s: base plus points plus clip is the exact score, to 0.05, in both modes", (key) => {
    for (const mode of SCORING_MODES)
      for (const dimension of DIMENSIONS) {
        const result = scoreOf(key).scored.modes[mode][dimension];
        if (result.kind !== "scored") continue;
        const { base, terms, clip, exactScore } = result.ledger;
        const sum = terms.reduce((total, term) => total + term.points, base + clip);
        expect(Math.abs(sum - exactScore), `${mode} ${dimension}`).toBeLessThanOrEqual(0.05);
        expect(result.score).toBe(Math.round(exactScore));
      }
  });

  it.each(Object.keys(EXPECTED))("%s has measurements, also where nothing could be scored", (key) => {
    const { measurements } = scoreOf(key).scored;
    expect(measurements["articulation_rate"]?.value).toBeGreaterThan(1);
    expect(measurements["pauses_per_minute"]).toBeDefined();
  });

  it("a recording without speech is refused by name", async () => {
    await expect(scoreFixture("silence", "none")).rejects.toMatchObject({ code: "no_speech" });
  });

  it("without words, composure and clarity are provisional and the rest is null for want of a transcript", async () => {
    const { scored } = await scoreFixture("strong", "none");
    const { communication, clarity, composure, empathy_signal: empathy } = scored.modes.standard;
    for (const result of [clarity, composure]) expect(result).toMatchObject({ kind: "scored", provisional: true });
    for (const result of [communication, empathy])
      expect(result).toMatchObject({ kind: "withheld", reasons: [{ code: "no_transcript" }] });
  });

  it("aligned text gives nearly the scores of exact word times", async () => {
    for (const source of ["text", "vtt"] as const) {
      const aligned = await scoreFixture("average", source);
      expect(aligned.artifacts.transcript?.source).toBe("aligned");
      for (const dimension of DIMENSIONS) {
        const [exact, found] = [standard("average")[dimension], aligned.scored.modes.standard[dimension]];
        if (exact.kind !== "scored" || found.kind !== "scored") throw new Error(`${dimension} is scored either way`);
        expect(Math.abs(exact.ledger.exactScore - found.ledger.exactScore), dimension).toBeLessThan(6);
      }
    }
  });

  const pairs = Object.keys(EXPECTED).flatMap((key) =>
    Object.keys(EXPECTED)
      .filter((other) => other !== key && key !== "one-line" && other !== "one-line")
      .map((other) => [key, other] as const),
  );

  it.each(pairs)("%s refuses the timed words of %s", async (key, other) => {
    await expect(scoreFixture(key, "words", other)).rejects.toMatchObject({ code: "transcript_mismatch" });
  });

  it("the plain text of another answer is refused", async () => {
    await expect(scoreFixture("off-topic", "text", "average")).rejects.toMatchObject({ code: "transcript_mismatch" });
  });
});
