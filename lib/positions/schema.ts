import { z } from "zod";
import { MAX_EXTERNAL_ID_CHARACTERS, MAX_NAME_CHARACTERS } from "@/lib/answers/constants";
import { ASSESSMENT_STATUSES } from "@/lib/assessments/schema";
import { candidateSchema } from "@/lib/candidates/schema";
import { pageQueryShape, pageSchema } from "@/lib/http/page";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";
import { overrideSchema } from "@/lib/overrides/schema";
import { POSITION_ID } from "@/lib/positions/position-id";
import { VERDICTS } from "@/scoring/benchmarks/verdict";

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    .refine((value) => isStorableText(value), NOT_STORABLE);
const name = text(MAX_NAME_CHARACTERS);
const externalId = text(MAX_EXTERNAL_ID_CHARACTERS);
const roleKey = text(60);

export const newPositionSchema = z.strictObject({
  name,
  role_benchmark: roleKey,
  external_id: externalId.optional(),
});
export type NewPosition = z.output<typeof newPositionSchema>;

export const positionChangesSchema = z
  .strictObject({ name, role_benchmark: roleKey, external_id: externalId.nullable(), archived: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "must change something");
export type PositionChanges = z.output<typeof positionChangesSchema>;

export const positionSchema = z.object({
  id: z.string(),
  object: z.literal("position"),
  name: z.string(),
  external_id: z.string().nullable(),
  role_benchmark: z.string(),
  archived: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type PositionJson = z.infer<typeof positionSchema>;

export const positionParamsSchema = z.object({ id: z.string().regex(POSITION_ID) });
export const listPositionsQuerySchema = z.strictObject({
  ...pageQueryShape,
  external_id: z.string().min(1).max(MAX_EXTERNAL_ID_CHARACTERS).refine(isStorableText, NOT_STORABLE).optional(),
  archived: z.enum(["true", "false"], { error: "must be true or false" }).optional(),
});
export const positionPageSchema = pageSchema(positionSchema);

/** One place in the order of a position's candidates. */
export const rankedCandidateSchema = z.object({
  object: z.literal("ranked_candidate"),
  rank: z.number().int().min(1).nullable(),
  candidate: candidateSchema,
  assessment_id: z.string(),
  status: z.enum(ASSESSMENT_STATUSES),
  role_benchmark: z.string(),
  overall_score: z.number().int().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  override: overrideSchema.nullable(),
  completed_at: z.string().nullable(),
});
export type RankedCandidateJson = z.infer<typeof rankedCandidateSchema>;
export const rankedCandidatesQuerySchema = z.strictObject(pageQueryShape);
export const rankedCandidatePageSchema = pageSchema(rankedCandidateSchema);
