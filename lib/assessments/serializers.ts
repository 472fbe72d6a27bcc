import type { AudioFacts } from "@/lib/answers/audio-facts";
import { serializeEvidence, type EvidenceJson } from "@/lib/assessments/serialize-evidence";
import { serializeMeasurements, type MeasurementJson } from "@/lib/assessments/serialize-measurements";
import type { NormSnapshot } from "@/scoring/benchmarks/prior-norms";
import type { RoleBenchmark, RoleWeights } from "@/scoring/benchmarks/role-benchmark-schema";
import { rollUp, type ScoreStatus } from "@/scoring/benchmarks/roll-up";
import type { Verdict } from "@/scoring/benchmarks/verdict";
import {
  DIMENSIONS,
  type Dimension,
  type DimensionResults,
  type LowConfidenceReason,
  type ScoringMode,
} from "@/scoring/dimensions/dimension-result";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";
import type { Transcript } from "@/scoring/transcripts/words";

/** What the engine, the role and the recording say; nothing from the database but plain values. */
export interface SoftSkillsScoreParts {
  readonly scored: ScoredAnswer;
  readonly mode: ScoringMode;
  readonly role: RoleBenchmark;
  readonly norms: NormSnapshot;
  /** Signals that were raised; the others were not assessed. */
  readonly flags?: readonly string[];
  /** The organization's own overall scores for this role, ascending; empty while only the prior exists. */
  readonly cohort?: ArrayLike<number>;
  readonly audio: AudioFacts;
  readonly transcript: Pick<Transcript, "source" | "language" | "meanConfidence"> | null;
  readonly inputHash: string;
  /** Milliseconds by stage: queued, decode, acoustics, words, features, score, total. */
  readonly timingsMs: Readonly<Record<string, number>>;
}

export interface LowConfidenceJson {
  readonly dimension: Dimension;
  readonly reasons: readonly LowConfidenceReason[];
}

/** The result of POST /v1/soft-skills-score without ids, dates and credits, which the API adds. */
export interface SoftSkillsScoreJson {
  readonly status: ScoreStatus;
  readonly role_benchmark: string;
  readonly overall_score: number | null;
  readonly verdict: Verdict;
  readonly verdict_reasons: readonly string[];
  readonly dimensions: Readonly<Record<Dimension, number | null>>;
  readonly benchmark_percentile: number | null;
  /** null: not assessed. Never false for what was not looked at. */
  readonly fraud_signals: {
    readonly reading_detected: boolean | null;
    readonly multiple_speakers: boolean | null;
    readonly scripted_or_generated: boolean | null;
    readonly details: readonly [];
  };
  /** Withheld dimensions, with why and what would complete them. */
  readonly low_confidence: readonly LowConfidenceJson[];
  /** Scored dimensions whose interval is wider than usual, with why. */
  readonly cautions: readonly LowConfidenceJson[];
  readonly provisional: readonly Dimension[];
  readonly intervals: Readonly<Partial<Record<Dimension, readonly [number, number]>>>;
  readonly evidence: Readonly<Partial<Record<Dimension, EvidenceJson>>>;
  readonly measurements: Readonly<Record<string, MeasurementJson>>;
  readonly benchmark: {
    readonly key: string;
    readonly version: number;
    readonly bar: number;
    readonly weights: RoleWeights;
    readonly norms: {
      readonly id: string;
      readonly source: string | null;
      readonly n: number;
      readonly interval: readonly [number, number] | null;
    };
  };
  readonly transcript: {
    readonly source: Transcript["source"];
    readonly language: string;
    readonly mean_confidence: number | null;
  } | null;
  readonly audio: {
    readonly sha256: string;
    readonly duration_ms: number;
    readonly speech_ms: number;
    readonly snr_db: number | null;
    readonly container: string;
    readonly partial: boolean;
    readonly warnings: readonly string[];
  };
  readonly scoring_mode: ScoringMode;
  readonly timings_ms: Readonly<Record<string, number>>;
  readonly model: string;
  readonly pins: { readonly role_version: number; readonly norms: string; readonly input: string };
}

/** Engine results to public JSON: the one place where camelCase becomes snake_case. Pure. */
export function toSoftSkillsScore(parts: SoftSkillsScoreParts): SoftSkillsScoreJson {
  const { scored, mode, role, norms, audio, transcript } = parts;
  const results = scored.modes[mode];
  const flags = parts.flags ?? [];
  const rolled = rollUp(results, role, norms, parts.cohort ?? [], flags);
  const { percentile } = rolled;
  return {
    status: rolled.status,
    role_benchmark: role.key,
    overall_score: rolled.overall,
    verdict: rolled.verdict,
    verdict_reasons: rolled.verdictReasons,
    dimensions: {
      communication: scoreOf(results, "communication"),
      clarity: scoreOf(results, "clarity"),
      composure: scoreOf(results, "composure"),
      empathy_signal: scoreOf(results, "empathy_signal"),
    },
    benchmark_percentile: percentile?.value ?? null,
    fraud_signals: {
      reading_detected: flags.includes("reading_detected") || null,
      multiple_speakers: flags.includes("multiple_speakers") || null,
      scripted_or_generated: null,
      details: [],
    },
    ...confidence(results),
    evidence: serializeEvidence(results),
    measurements: serializeMeasurements(scored.measurements),
    benchmark: {
      ...{ key: role.key, version: role.version, bar: role.bar, weights: role.weights },
      norms: {
        id: norms.id,
        source: percentile?.source ?? null,
        n: percentile?.n ?? 0,
        interval: percentile?.interval ?? null,
      },
    },
    transcript: transcript && {
      source: transcript.source,
      language: transcript.language,
      mean_confidence: transcript.meanConfidence,
    },
    audio: serializeAudio(audio, scored.speechMs),
    scoring_mode: mode,
    timings_ms: parts.timingsMs,
    model: scored.model,
    pins: { role_version: role.version, norms: norms.id, input: parts.inputHash },
  };
}

function serializeAudio(audio: AudioFacts, speechMs: number): SoftSkillsScoreJson["audio"] {
  return {
    sha256: audio.sha256,
    duration_ms: audio.durationMs,
    speech_ms: Math.round(speechMs),
    snr_db: audio.snrDb === null ? null : Math.round(audio.snrDb * 10) / 10,
    container: audio.container,
    partial: audio.partial,
    warnings: audio.warnings,
  };
}

function scoreOf(results: DimensionResults, dimension: Dimension): number | null {
  const result = results[dimension];
  return result.kind === "scored" ? result.score : null;
}

type Confidence = Pick<SoftSkillsScoreJson, "low_confidence" | "cautions" | "provisional" | "intervals">;

function confidence(results: DimensionResults): Confidence {
  const lowConfidence: LowConfidenceJson[] = [];
  const cautions: LowConfidenceJson[] = [];
  const provisional: Dimension[] = [];
  const intervals: Partial<Record<Dimension, readonly [number, number]>> = {};
  for (const dimension of DIMENSIONS) {
    const result = results[dimension];
    if (result.kind === "withheld") {
      lowConfidence.push({ dimension, reasons: result.reasons });
      continue;
    }
    intervals[dimension] = result.interval;
    if (result.provisional) provisional.push(dimension);
    if (result.cautions.length > 0) cautions.push({ dimension, reasons: result.cautions });
  }
  return { low_confidence: lowConfidence, cautions, provisional, intervals };
}
