import { z } from "zod";
import {
  MAX_EXTERNAL_ID_CHARACTERS,
  MAX_METADATA_KEY_CHARACTERS,
  MAX_METADATA_KEYS,
  MAX_METADATA_VALUE_CHARACTERS,
  MAX_PROMPT_CHARACTERS,
  MAX_URL_CHARACTERS,
} from "@/lib/answers/constants";
import { candidateFieldsSchema } from "@/lib/candidates/schema";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";
import { POSITION_ID } from "@/lib/positions/position-id";
import { SANDBOX_KEYS } from "@/lib/sandbox/sandbox-fixtures";
import { ACCOMMODATIONS, PROMPT_TYPES } from "@/scoring/pipeline/scorer-input";

export const CHANNELS = ["left", "right", "mix"] as const;

const text = (max: number) =>
  z.string().trim().min(1, "must not be empty").max(max, `must have at most ${max} characters`);
const roleBenchmark = z
  .string({ error: "is required: the key of a role benchmark" })
  .trim()
  .min(1, "is required")
  .max(60, "is too long")
  .refine(isStorableText, NOT_STORABLE);
const externalId = text(MAX_EXTERNAL_ID_CHARACTERS).refine(isStorableText, NOT_STORABLE);
const metadata = z
  .record(
    z
      .string()
      .min(1)
      .max(MAX_METADATA_KEY_CHARACTERS, `keys have at most ${MAX_METADATA_KEY_CHARACTERS} characters`)
      .refine(isStorableText, NOT_STORABLE),
    z
      .string({ error: "values must be strings" })
      .max(MAX_METADATA_VALUE_CHARACTERS, `values have at most ${MAX_METADATA_VALUE_CHARACTERS} characters`)
      .refine(isStorableText, NOT_STORABLE),
  )
  .refine((value) => Object.keys(value).length <= MAX_METADATA_KEYS, `at most ${MAX_METADATA_KEYS} keys`);

/** The fields beside the recording in POST /v1/soft-skills-score. */
export const answerFieldsSchema = z.strictObject({
  role_benchmark: roleBenchmark,
  prompt: text(MAX_PROMPT_CHARACTERS).refine(isStorableText, NOT_STORABLE).optional(),
  prompt_type: z.enum(PROMPT_TYPES, { error: `must be one of ${PROMPT_TYPES.join(", ")}` }).default("open"),
  language: z.string().trim().min(2, "must be a language code such as en").max(35).default("en"),
  external_id: externalId.optional(),
  candidate: candidateFieldsSchema.optional(),
  position_id: z.string().regex(POSITION_ID, "must be an id such as pos_01J...").optional(),
  transcript: z.string().refine(isStorableText, NOT_STORABLE).optional(),
  accommodations: z
    .array(z.enum(ACCOMMODATIONS, { error: `must be of ${ACCOMMODATIONS.join(", ")}` }))
    .max(ACCOMMODATIONS.length)
    .default([]),
  channel: z.enum(CHANNELS, { error: `must be one of ${CHANNELS.join(", ")}` }).default("mix"),
  metadata: metadata.default({}),
});
export type AnswerFields = z.output<typeof answerFieldsSchema>;

/** The whole form, for the reference. The recording itself is read as it streams, not through a schema. */
export const scoreFormSchema = answerFieldsSchema.extend({ audio: z.file() });

/** POST with JSON: a recording that we fetch. */
export const urlAnswerSchema = answerFieldsSchema.extend({
  audio_url: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .max(MAX_URL_CHARACTERS, `must have at most ${MAX_URL_CHARACTERS} characters`)
    .refine(isStorableText, NOT_STORABLE),
});
export type UrlAnswer = z.output<typeof urlAnswerSchema>;

/** POST with JSON: a recording that was uploaded to /v1/uploads. */
export const uploadAnswerSchema = answerFieldsSchema.extend({
  upload_id: z.string().regex(/^upl_[0-9A-HJKMNP-TV-Z]{26}$/, "must be an id such as upl_01J..."),
});
export type UploadAnswer = z.output<typeof uploadAnswerSchema>;

/** POST with JSON and a test key: a bundled answer by its name. */
export const fixtureAnswerSchema = answerFieldsSchema
  .pick({ role_benchmark: true, external_id: true, candidate: true, position_id: true, metadata: true })
  .extend({ fixture: z.enum(SANDBOX_KEYS, { error: `must be one of ${SANDBOX_KEYS.join(", ")}` }) });
export type FixtureAnswer = z.output<typeof fixtureAnswerSchema>;

/** POST with JSON: an answer that is here already, for another role. */
export const rescoreBodySchema = z.strictObject({
  /** An answer's id, or that of any of its results. */
  answer_id: z
    .string({ error: "must be an id" })
    .regex(/^(ans|asm)_[0-9A-HJKMNP-TV-Z]{26}$/, "must be an id such as ans_01J..."),
  role_benchmark: roleBenchmark,
  external_id: externalId.optional(),
});
export type RescoreBody = z.output<typeof rescoreBodySchema>;

export const transcriptBodySchema = z.strictObject({
  transcript: z.string({ error: "is required: what was said" }).refine(isStorableText, NOT_STORABLE),
  format: z.enum(["vtt", "srt", "json", "text"], { error: "must be one of vtt, srt, json, text" }).optional(),
});
