import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { arbitraryOddRecording } from "@/scoring/acoustics/testing/odd-recordings";
import { mix, overTelephone, scale, spokenLike, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";
import { DIMENSIONS, SCORING_MODES } from "@/scoring/dimensions/dimension-result";
import { testModel } from "@/scoring/dimensions/testing/make-measured-answer";
import { scoreAnswer } from "@/scoring/pipeline/score-answer";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";
import { makeAnswer } from "@/scoring/testing/make-answer";

const model = testModel();

/** A recording's sound with no words, or with words that somebody else said. */
function scoreSound(samples: Float32Array, withWords: boolean): ScoredAnswer {
  const described = makeAnswer("I called the [0.6] customer and they were happy with the refund.", {
    transcript: withWords,
    prompt: { text: "Tell me about a time you helped an upset customer.", type: "past" },
  });
  return scoreAnswer({ ...described, acoustics: analyseAcoustics(samples) }, model);
}

/** Paths of the numbers in a result that are NaN or infinite. */
function oddNumbers(value: unknown, path = "result"): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => oddNumbers(child, `${path}.${key}`));
}

/** Measured, or not measured with a reason; scored, or withheld with a reason. */
function expectComplete(scored: ScoredAnswer): void {
  expect(oddNumbers(scored)).toEqual([]);
  for (const measurement of Object.values(scored.measurements)) {
    if (measurement.value === null) expect(measurement.reason).toMatch(/\w/);
  }
  for (const mode of SCORING_MODES) {
    for (const dimension of DIMENSIONS) {
      const result = scored.modes[mode][dimension];
      if (result.kind === "withheld") expect(result.reasons.length).toBeGreaterThan(0);
      else expect(result.score >= 0 && result.score <= 100).toBe(true);
    }
  }
}

describe("scoreAnswer of odd recordings", () => {
  it("gives a value or a reason everywhere and never NaN, whatever the sound, with words and without", () => {
    fc.assert(
      fc.property(arbitraryOddRecording, fc.boolean(), ({ samples }, withWords) => {
        expectComplete(scoreSound(samples, withWords));
      }),
      { numRuns: 60 },
    );
  });

  const minute = mix(spokenLike(20, 17), whiteNoise(90_000, 0.001));

  it.each([
    ["as it is", minute],
    ["with an offset", minute.map((sample) => sample + 0.5)],
    ["clipped at full scale", scale(minute, 12).map((sample) => Math.max(-1, Math.min(1, sample)))],
    ["over a telephone line", overTelephone(minute)],
    ["with holes", minute.map((sample, i) => (i % 16_000 < 400 ? NaN : sample))],
    ["at a denormal level", scale(minute, 1e-41)],
  ])("judges a longer recording %s, or says why not", (_, samples) => {
    for (const withWords of [true, false]) expectComplete(scoreSound(samples, withWords));
  });
});
