import { z } from "zod";
import { pageQueryShape, pageSchema } from "@/lib/http/page";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";
import { roleBenchmarkSchema } from "@/scoring/benchmarks/role-benchmark-schema";

const { key, weights, bar } = roleBenchmarkSchema.shape;
const name = roleBenchmarkSchema.shape.name.refine((text) => isStorableText(text), NOT_STORABLE);

export const newRoleBenchmarkSchema = z.strictObject({ key, name, weights, bar });
export type NewRoleBenchmark = z.output<typeof newRoleBenchmarkSchema>;

/** What the next version changes; the rest is as in the one before. */
export const newVersionSchema = z
  .strictObject({ name, weights, bar })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "must change something: name, weights or bar");
export type NewVersion = z.output<typeof newVersionSchema>;

export const roleBenchmarkJsonSchema = z.object({
  object: z.literal("role_benchmark"),
  key: z.string(),
  version: z.number().int(),
  name: z.string(),
  weights: z.object({
    communication: z.number(),
    clarity: z.number(),
    composure: z.number(),
    empathy_signal: z.number(),
  }),
  bar: z.number().int(),
  built_in: z.boolean(),
  archived: z.boolean(),
  created_at: z.string().nullable(),
});
export type RoleBenchmarkJson = z.infer<typeof roleBenchmarkJsonSchema>;

export const roleBenchmarkParamsSchema = z.object({
  key: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9_]*$/),
});
export const listRoleBenchmarksQuerySchema = z.strictObject(pageQueryShape);
export const roleBenchmarkPageSchema = pageSchema(roleBenchmarkJsonSchema);
