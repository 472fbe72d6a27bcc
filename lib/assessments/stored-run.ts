import type { AudioFacts } from "@/lib/answers/audio-facts";
import type { Prisma } from "@/lib/db/generated/client";
import { PRIOR_NORMS } from "@/scoring/benchmarks/prior-norms";
import type { RoleBenchmark } from "@/scoring/benchmarks/role-benchmark-schema";
import { rollUp } from "@/scoring/benchmarks/roll-up";
import { DIMENSIONS, SCORING_MODES, type ScoringMode } from "@/scoring/dimensions/dimension-result";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";
import type { Transcript } from "@/scoring/transcripts/words";

export type TranscriptFacts = Pick<Transcript, "source" | "language" | "meanConfidence">;

/** What a run leaves in an assessment's JSON columns. Plain JSON values only. */
export interface StoredRun {
  readonly scored: ScoredAnswer;
  readonly inputHash: string;
  readonly audio: AudioFacts;
  readonly transcript: TranscriptFacts | null;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** The run in an assessment's columns; null before there is one. */
export function toStoredRun(row: {
  readonly result: unknown;
  readonly inputHash: string | null;
  readonly audio: unknown;
  readonly transcript: unknown;
  readonly timings: unknown;
}): StoredRun | null {
  if (row.result === null || row.inputHash === null) return null;
  return {
    // These columns are written by runColumns() alone, which is why their types may be taken for granted.
    scored: row.result as ScoredAnswer,
    inputHash: row.inputHash,
    audio: row.audio as AudioFacts,
    transcript: row.transcript as TranscriptFacts | null,
    timingsMs: row.timings as Record<string, number>,
  };
}

/** An assessment's columns for a finished run, as one role weighs it in one mode. */
export function runColumns(run: StoredRun, role: RoleBenchmark, mode: ScoringMode, flags: readonly string[] = []) {
  const rolled = rollUp(run.scored.modes[mode], role, PRIOR_NORMS, [], flags);
  return {
    status: rolled.status,
    overallScore: rolled.overall,
    percentile: rolled.percentile?.value ?? null,
    verdict: rolled.verdict,
    verdictReasons: [...rolled.verdictReasons],
    modelId: run.scored.model,
    normsId: PRIOR_NORMS.id,
    inputHash: run.inputHash,
    result: toJson(run.scored),
    audio: toJson(run.audio),
    ...(run.transcript && { transcript: toJson(run.transcript) }),
    timings: toJson(run.timingsMs),
    errorCode: null,
    errorDetail: null,
  };
}

/** The rows of both modes: another role or mode later is a roll-up of these. */
export function dimensionRows(scored: ScoredAnswer) {
  return SCORING_MODES.flatMap((mode) =>
    DIMENSIONS.map((dimension) => {
      const result = scored.modes[mode][dimension];
      if (result.kind === "withheld") return { dimension, mode, reasons: toJson(result.reasons) };
      return {
        ...{ dimension, mode, score: result.score, provisional: result.provisional },
        ...{ exactScore: result.ledger.exactScore, standardError: result.standardError },
        ...{ intervalLow: result.interval[0], intervalHigh: result.interval[1] },
        reasons: toJson(result.cautions),
        ledger: toJson(result.ledger),
      };
    }),
  );
}

/** The dimensions' scores as one mode has them; null where withheld. */
export function scoresOf({ scored }: StoredRun, mode: ScoringMode): (number | null)[] {
  return DIMENSIONS.map((dimension) => {
    const result = scored.modes[mode][dimension];
    return result.kind === "withheld" ? null : result.score;
  });
}

/** Interfaces have no index signature, which is all that keeps plain JSON values from being Prisma's JSON type. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
