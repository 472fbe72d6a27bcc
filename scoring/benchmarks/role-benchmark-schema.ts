import { z } from "zod";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";

/** Weights must sum to 1 within this much, so that a typed 0.333 three times is still a whole. */
const WEIGHT_SUM_TOLERANCE = 0.002;

const weight = z.number().min(0).max(1);

/** Share of the overall score that each dimension carries, 0..1, summing to 1. */
export const roleWeightsSchema = z
  .strictObject({ communication: weight, clarity: weight, composure: weight, empathy_signal: weight })
  .refine((weights) => Math.abs(DIMENSIONS.reduce((sum, d) => sum + weights[d], 0) - 1) <= WEIGHT_SUM_TOLERANCE, {
    message: "the four weights must add up to 1",
  });
export type RoleWeights = Readonly<z.infer<typeof roleWeightsSchema>>;

/** A role: how finished dimensions are weighed and where the bar lies. Nothing of it ever reaches the scorer. */
export const roleBenchmarkSchema = z.strictObject({
  /** snake_case, as written in `role_benchmark`. */
  key: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[a-z][a-z0-9_]*$/, "use lower-case letters, digits and underscores, starting with a letter"),
  name: z.string().trim().min(1).max(120),
  /** Rises with every change; a result pins the version it was made with. */
  version: z.number().int().min(1),
  weights: roleWeightsSchema,
  /** Overall score from which an answer passes, 0..100. */
  bar: z.number().int().min(0).max(100),
});
export type RoleBenchmark = Readonly<z.infer<typeof roleBenchmarkSchema>>;
