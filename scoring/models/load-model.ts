import { softSkillsModelSchema, type SoftSkillsModel } from "@/scoring/models/model-schema";

/** A published model never changes: later code that tried to would throw. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}

/**
 * Reads a model from parsed JSON.
 *
 * @returns the model, frozen to its leaves.
 * @throws z.ZodError when the JSON does not follow the schema; the path names the coefficient.
 */
export function loadModel(json: unknown): SoftSkillsModel {
  return deepFreeze(softSkillsModelSchema.parse(json));
}
