import type { SoftSkillsScoreParts } from "@/lib/assessments/serializers";
import { findBuiltInRole } from "@/scoring/benchmarks/built-in-roles";
import { PRIOR_NORMS } from "@/scoring/benchmarks/prior-norms";
import type { Dimension, DimensionResult, EvidenceTerm } from "@/scoring/dimensions/dimension-result";

const TERM: EvidenceTerm = {
  ...{ term: "pace", feature: "pace.wordsPerMinute", label: "Speaking pace", value: 151.123456, unit: "words/min" },
  norm: { mean: 149, sd: 29, population: "students in mock interviews", tag: "M" },
  ...{ points: 5.6, vsNorm: 0.1, detail: null },
  moments: [{ startMs: 31_000.4, endMs: 46_000, text: "so I called the customer" }],
};

/** A scored dimension whose ledger adds up: base + 5.60 = score. */
export function scoredDimension(score: number, changes: Partial<DimensionResult & { kind: "scored" }> = {}) {
  const result: DimensionResult = {
    ...{ kind: "scored", score, standardError: 6, interval: [score - 8, score + 8], provisional: false, cautions: [] },
    ledger: { base: score - 5.6, terms: [TERM], clip: 0, exactScore: score, missing: [] },
    ...changes,
  };
  return result;
}

export function withheldDimension(text: string): DimensionResult {
  return { kind: "withheld", reasons: [{ code: "no_occasion", text, needs: "question_with_occasion" }] };
}

/** Everything that the serializer needs, for a customer_support answer with these dimensions. */
export function makeScoreParts(dimensions: Readonly<Record<Dimension, DimensionResult>>): SoftSkillsScoreParts {
  const role = findBuiltInRole("customer_support");
  if (!role) throw new Error("customer_support is built in");
  return {
    scored: {
      model: "soft-skills@0.1.0",
      modes: { standard: dimensions, wording_only: dimensions },
      measurements: {
        articulation_rate: { value: 4.61234567, unit: "syllables/s", norm: { mean: 5.1, sd: 0.6 } },
        words_per_minute: { value: null, unit: "words/min", reason: "no_transcript" },
      },
      ...{ speechMs: 201_400.4, wordCount: 512, fillerSource: "verbatim" },
    },
    ...{ mode: "standard", role, norms: PRIOR_NORMS },
    audio: {
      ...{ sha256: "ab".repeat(32), bytes: 3_840_000, container: "mp3", codec: "mp3float", sampleRateHz: 44_100 },
      ...{ channels: 2, durationMs: 243_120, claimedDurationMs: 243_120, partial: false, warnings: [], snrDb: 31.26 },
    },
    transcript: { source: "aligned", language: "en", meanConfidence: null },
    inputHash: "cd".repeat(32),
    timingsMs: { decode: 171, acoustics: 118, words: 0, score: 7, total: 300 },
  };
}
