import { z } from "zod";
import { rescoreBodySchema, uploadAnswerSchema, urlAnswerSchema } from "@/lib/answers/schema";
import { ASSESSMENT_STATUSES } from "@/lib/assessments/schema";

/** Items of one request. */
export const MAX_BATCH_ITEMS = 500;
/** The whole body: 500 items with a transcript of 30 kB each. */
export const MAX_BATCH_BYTES = 16_000_000;

/** The envelope; each item is read by itself, so that one that is wrong does not spoil the others. */
export const batchEnvelopeSchema = z.strictObject({
  items: z
    .array(z.unknown(), { error: "is required: a list of answers" })
    .min(1, "must hold at least one answer")
    .max(MAX_BATCH_ITEMS, `must hold at most ${MAX_BATCH_ITEMS} answers`),
});

/** What a client sends, for the reference. */
export const batchBodySchema = z.strictObject({
  items: z.array(z.union([urlAnswerSchema, uploadAnswerSchema, rescoreBodySchema])).max(MAX_BATCH_ITEMS),
});

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).readonly(),
});

export const batchSchema = z.object({
  object: z.literal("soft_skills_score_batch"),
  accepted: z.number().int(),
  refused: z.number().int(),
  /** One outcome an item, in the order of the items. */
  data: z.array(
    z.union([
      z.object({ index: z.number().int(), status: z.enum(ASSESSMENT_STATUSES), id: z.string().startsWith("asm_") }),
      z.object({ index: z.number().int(), status: z.literal("refused"), error: problemSchema }),
    ]),
  ),
});
export type BatchJson = z.infer<typeof batchSchema>;
