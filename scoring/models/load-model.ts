import { deepFreeze } from "@/scoring/models/deep-freeze";
import { softSkillsModelSchema, type SoftSkillsModel } from "@/scoring/models/model-schema";

/**
 * Reads a model from parsed JSON.
 *
 * @returns the model, frozen to its leaves.
 * @throws z.ZodError when the JSON does not follow the schema; the path names the coefficient.
 */
export function loadModel(json: unknown): SoftSkillsModel {
  return deepFreeze(softSkillsModelSchema.parse(json));
}
