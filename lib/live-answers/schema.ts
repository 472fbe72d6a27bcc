import { z } from "zod";
import { answerFieldsSchema } from "@/lib/answers/schema";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";

/** POST /v1/live-answers: all that is known before anybody speaks. */
export const newLiveAnswerSchema = answerFieldsSchema;

/** POST /v1/live-answers/{id}/complete: what is known only when the call is over. */
export const completeLiveAnswerSchema = z.strictObject({
  transcript: z.string().refine(isStorableText, NOT_STORABLE).optional(),
  /** How many bytes were sent in all: where fewer are here, nothing is scored. */
  size: z.number().int().min(1).optional(),
});
export type LiveAnswerEnd = z.output<typeof completeLiveAnswerSchema>;

export const liveAnswerParamsSchema = z.strictObject({ id: z.string().regex(/^liv_[0-7][0-9A-HJKMNP-TV-Z]{25}$/) });

export const liveAnswerSchema = z.object({
  id: z.string().startsWith("liv_"),
  object: z.literal("live_answer"),
  livemode: z.boolean(),
  status: z.enum(["receiving", "completed"]),
  received_bytes: z.number().int(),
  /** The result, from the completion on. */
  assessment_id: z.string().nullable(),
  created_at: z.iso.datetime(),
  /** When it is given up unless more comes; null once it is completed. */
  expires_at: z.iso.datetime().nullable(),
});
export type LiveAnswerJson = z.infer<typeof liveAnswerSchema>;
