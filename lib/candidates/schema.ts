import { z } from "zod";
import { MAX_EXTERNAL_ID_CHARACTERS, MAX_NAME_CHARACTERS } from "@/lib/answers/constants";
import { pageQueryShape, pageSchema } from "@/lib/http/page";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";

const MAX_EMAIL_CHARACTERS = 254;
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    .refine((value) => isStorableText(value), NOT_STORABLE);

/** Who answers, as a request names the person. Never reaches the scoring. */
export const candidateFieldsSchema = z.strictObject({
  external_id: text(MAX_EXTERNAL_ID_CHARACTERS).optional(),
  name: text(MAX_NAME_CHARACTERS).optional(),
  email: z.email("must be an email address").max(MAX_EMAIL_CHARACTERS).optional(),
});
export type CandidateFields = z.output<typeof candidateFieldsSchema>;

const hasField = (fields: object): boolean => Object.keys(fields).length > 0;

export const newCandidateSchema = candidateFieldsSchema.refine(hasField, "must have external_id, name or email");

export const candidateChangesSchema = z
  .strictObject({
    external_id: candidateFieldsSchema.shape.external_id.unwrap().nullable(),
    name: candidateFieldsSchema.shape.name.unwrap().nullable(),
    email: candidateFieldsSchema.shape.email.unwrap().nullable(),
  })
  .partial()
  .refine(hasField, "must change something: external_id, name or email");
export type CandidateChanges = z.output<typeof candidateChangesSchema>;

export const candidateSchema = z.object({
  id: z.string(),
  object: z.literal("candidate"),
  external_id: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type CandidateJson = z.infer<typeof candidateSchema>;

export const CANDIDATE_ID = /^cnd_[0-9A-HJKMNP-TV-Z]{26}$/;
export const candidateParamsSchema = z.object({ id: z.string().regex(CANDIDATE_ID) });
export const listCandidatesQuerySchema = z.strictObject({
  ...pageQueryShape,
  external_id: z.string().min(1).max(MAX_EXTERNAL_ID_CHARACTERS).refine(isStorableText, NOT_STORABLE).optional(),
});
export const candidatePageSchema = pageSchema(candidateSchema);
