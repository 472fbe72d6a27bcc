import { z } from "zod";
import { pageQueryShape, pageSchema } from "@/lib/http/page";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";
import { overrideSchema } from "@/lib/overrides/schema";
import { POSITION_ID } from "@/lib/positions/position-id";
import { VERDICTS } from "@/scoring/benchmarks/verdict";
import { DIMENSIONS, SCORING_MODES } from "@/scoring/dimensions/dimension-result";

/** Statuses of a run that is not over, or ended without a result. */
const UNSCORED_STATUSES = ["queued", "processing", "failed", "canceled"] as const;
export const SCORED_STATUSES = ["success", "partial", "not_scored"] as const;
export const ASSESSMENT_STATUSES = [...UNSCORED_STATUSES, ...SCORED_STATUSES] as const;

/** What we answer with is never changed after it is made. */
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const pair = z.tuple([z.number(), z.number()]).readonly();
const dimension = z.enum(DIMENSIONS);
const score = z.number().int().min(0).max(100);
const norm = z.object({ mean: z.number(), sd: z.number().nullable() });
const reason = z.object({ code: z.string(), text: z.string(), needs: z.string().nullable() });
const dimensionReasons = list(z.object({ dimension, reasons: list(reason) }));

const evidenceTermSchema = z.object({
  term: z.string(),
  feature: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  norm: norm.extend({ population: z.string(), tag: z.string() }).nullable(),
  points: z.number(),
  vs_norm: z.number().nullable(),
  moments: list(z.object({ start_ms: z.number().int(), end_ms: z.number().int(), text: z.string() })),
  detail: z.string().nullable(),
});

const evidenceSchema = z.object({
  base: z.number(),
  exact_score: z.number(),
  clip: z.number(),
  terms: list(evidenceTermSchema),
  missing: list(z.object({ term: z.string(), label: z.string(), reason: z.string(), text: z.string() })),
});

const measurementSchema = z.union([
  z.object({ value: z.number(), unit: z.string(), norm: norm.nullable() }),
  z.object({ value: z.null(), unit: z.string(), reason: z.string(), text: z.string() }),
]);

const headShape = {
  id: z.string().startsWith("asm_"),
  object: z.literal("soft_skills_score"),
  answer_id: z.string().startsWith("ans_"),
  livemode: z.boolean(),
  synthetic: z.boolean(),
  external_id: z.string().nullable(),
  /** As it was sent with the answer. */
  metadata: z.record(z.string(), z.string()),
  position_id: z.string().nullable(),
  candidate_id: z.string().nullable(),
  created_at: z.iso.datetime(),
  role_benchmark: z.string(),
  /** Decimal credits; `charged` is null until the run has ended. */
  credits: z.object({ charged: z.string().nullable(), reserved: z.string() }),
};

/** The result of one answer for one role. List items come without `evidence`. */
export const softSkillsScoreSchema = z.object({
  ...headShape,
  status: z.enum(SCORED_STATUSES),
  completed_at: z.iso.datetime(),
  overall_score: score.nullable(),
  verdict: z.enum(VERDICTS),
  verdict_reasons: list(z.string()),
  /** A person's decision that is in force, beside the verdict. */
  override: overrideSchema.nullable(),
  dimensions: z.record(dimension, score.nullable()),
  benchmark_percentile: z.number().int().min(1).max(99).nullable(),
  fraud_signals: z.object({
    reading_detected: z.boolean().nullable(),
    multiple_speakers: z.boolean().nullable(),
    scripted_or_generated: z.boolean().nullable(),
    details: list(z.object({ signal: z.string(), assessed: z.boolean() })),
  }),
  low_confidence: dimensionReasons,
  cautions: dimensionReasons,
  provisional: list(dimension),
  intervals: z.partialRecord(dimension, pair),
  evidence: z.record(z.string(), evidenceSchema).optional(),
  measurements: z.record(z.string(), measurementSchema),
  benchmark: z.object({
    key: z.string(),
    version: z.number().int(),
    bar: z.number(),
    weights: z.record(dimension, z.number()),
    norms: z.object({
      id: z.string(),
      source: z.string().nullable(),
      n: z.number().int(),
      interval: pair.nullable(),
    }),
  }),
  transcript: z
    .object({ source: z.string(), language: z.string(), mean_confidence: z.number().nullable(), href: z.string() })
    .nullable(),
  audio: z.object({
    sha256: z.string(),
    duration_ms: z.number(),
    speech_ms: z.number(),
    snr_db: z.number().nullable(),
    container: z.string(),
    partial: z.boolean(),
    warnings: list(z.string()),
    href: z.string(),
  }),
  scoring_mode: z.enum(SCORING_MODES),
  timings_ms: z.record(z.string(), z.number()),
  model: z.string(),
  pins: z.object({ role_version: z.number().int(), norms: z.string(), input: z.string() }),
});
export type SoftSkillsScore = z.infer<typeof softSkillsScoreSchema>;

/** A run without a result: the score fields are absent, not null. */
export const unscoredAssessmentSchema = z.object({
  ...headShape,
  status: z.enum(UNSCORED_STATUSES),
  /** Runs of this client ahead of it, itself included; only while queued. */
  queue_position: z.number().int().min(1).optional(),
  active_runs: z.number().int().min(0).optional(),
  poll_after_seconds: z.number().int().min(1).optional(),
  error: z.object({ code: z.string(), detail: z.string() }).optional(),
});
export type UnscoredAssessment = z.infer<typeof unscoredAssessmentSchema>;

export const assessmentSchema = z.union([softSkillsScoreSchema, unscoredAssessmentSchema]);
export type AssessmentJson = z.infer<typeof assessmentSchema>;

export const assessmentPageSchema = pageSchema(assessmentSchema);

export const assessmentParamsSchema = z.object({ id: z.string().regex(/^asm_[0-9A-HJKMNP-TV-Z]{26}$/) });

const time = z.iso
  .datetime({ offset: true, error: "must be a time such as 2026-01-31T12:00:00Z" })
  .transform((text) => new Date(text))
  // PostgreSQL has no year 0, and an offset can push 9999 into a year of five digits.
  .refine((time) => time.getUTCFullYear() >= 1970 && time.getUTCFullYear() < 9999, "must lie between 1970 and 9998");

export const listAssessmentsQuerySchema = z.strictObject({
  ...pageQueryShape,
  role_benchmark: z.string().min(1).max(60).refine(isStorableText, NOT_STORABLE).optional(),
  external_id: z.string().min(1).max(255).refine(isStorableText, NOT_STORABLE).optional(),
  position_id: z.string().regex(POSITION_ID, "must be an id such as pos_01J...").optional(),
  status: z.enum(ASSESSMENT_STATUSES, { error: `must be one of ${ASSESSMENT_STATUSES.join(", ")}` }).optional(),
  created_after: time.optional(),
  created_before: time.optional(),
  expand: z.literal("evidence", { error: "can only be evidence" }).optional(),
});
