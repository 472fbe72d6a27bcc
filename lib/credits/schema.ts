import { z } from "zod";
import { CreditEntryKind } from "@/lib/db/generated/enums";
import { pageQueryShape } from "@/lib/http/page";

export const priceSchema = z.object({ amount: z.string(), currency: z.string() });

const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(CreditEntryKind),
  balance_change: z.string(),
  reserved_change: z.string(),
  run_id: z.string().nullable(),
  assessment_id: z.string().nullable(),
  note: z.string().nullable(),
  created_at: z.string(),
});

/** The account and one page of its ledger. */
export const creditsSchema = z.object({
  object: z.literal("credits"),
  balance: z.string(),
  reserved: z.string(),
  available: z.string(),
  price_per_credit: priceSchema.nullable(),
  data: z.array(entrySchema).readonly(),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});
export type CreditsJson = z.infer<typeof creditsSchema>;

export const creditsQuerySchema = z.strictObject(pageQueryShape);
