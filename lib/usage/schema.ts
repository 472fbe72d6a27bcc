import { z } from "zod";
import { ASSESSMENT_STATUSES } from "@/lib/assessments/schema";
import { priceSchema } from "@/lib/credits/schema";

/** Days that one answer covers at most. */
export const MAX_DAYS = 366;
const DEFAULT_DAYS = 30;
const MS_A_DAY = 24 * 3_600_000;

const day = z.iso
  .date({ error: "must be a day such as 2026-01-31" })
  .refine((text) => text >= "2020-01-01" && text < "2100-01-01", "must lie between 2020 and 2099");

/** `from` and `to` are days of UTC, both included; by default the thirty days up to today. */
export const usageQuerySchema = z.strictObject({ from: day.optional(), to: day.optional() });

/** The days that are asked for. A wrong order or too many are said in words by the caller. */
export function toDayRange({ from, to }: z.output<typeof usageQuerySchema>, now: Date) {
  const last = to ?? now.toISOString().slice(0, 10);
  const first = from ?? new Date(Date.parse(last) - (DEFAULT_DAYS - 1) * MS_A_DAY).toISOString().slice(0, 10);
  return { first, last, days: Math.round((Date.parse(last) - Date.parse(first)) / MS_A_DAY) + 1 };
}

/** How calls stand now; of what was erased only that it was there is known. */
const callsSchema = z.partialRecord(z.enum([...ASSESSMENT_STATUSES, "erased"]), z.number().int());

const daySchema = z.object({
  date: z.string(),
  calls: z.number().int(),
  by_status: callsSchema,
  test_calls: z.number().int(),
  credits_charged: z.string(),
});

export const usageSchema = z.object({
  object: z.literal("usage"),
  from: z.string(),
  to: z.string(),
  price_per_credit: priceSchema.nullable(),
  totals: z.object({
    calls: z.number().int(),
    by_status: callsSchema,
    test_calls: z.number().int(),
    credits_charged: z.string(),
    cost: priceSchema.nullable(),
  }),
  data: z.array(daySchema).readonly(),
});
export type UsageJson = z.infer<typeof usageSchema>;
