import { z } from "zod";
import { pageQueryShape, pageSchema } from "@/lib/http/page";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";

const MAX_REASON_CHARACTERS = 2_000;

/** What a person may decide: not "not_scored", which says that nobody could. */
export const DECISIONS = ["pass", "review", "below_bar"] as const;

export const newOverrideSchema = z.strictObject({
  verdict: z.enum(DECISIONS, { error: `must be one of ${DECISIONS.join(", ")}` }),
  reason: z
    .string()
    .trim()
    .min(1, "must say why")
    .max(MAX_REASON_CHARACTERS, `must have ${MAX_REASON_CHARACTERS} characters at most`)
    .refine((text) => isStorableText(text), NOT_STORABLE),
});
export type NewOverride = z.output<typeof newOverrideSchema>;

export const overrideSchema = z.object({
  id: z.string(),
  object: z.literal("override"),
  assessment_id: z.string(),
  verdict: z.enum(DECISIONS),
  reason: z.string(),
  actor: z.object({ type: z.enum(["user", "api_key"]), id: z.string().nullable() }),
  created_at: z.string(),
});
export type OverrideJson = z.infer<typeof overrideSchema>;

export const overridePageSchema = pageSchema(overrideSchema);
export const listOverridesQuerySchema = z.strictObject(pageQueryShape);
