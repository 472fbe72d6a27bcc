import { loadModel } from "@/scoring/models/load-model";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";
import softSkills010 from "@/scoring/models/soft-skills-0.1.0.json";
import softSkills100 from "@/scoring/models/soft-skills-1.0.0.json";

/** Every published version, oldest first. Published files are never edited: a change is a new version and a new card. */
const MODELS: readonly SoftSkillsModel[] = [loadModel(softSkills010), loadModel(softSkills100)];

export const MODEL_IDS: readonly string[] = MODELS.map((model) => model.id);
/** The model for answers whose owner pinned none. */
export const DEFAULT_MODEL_ID = "soft-skills@1.0.0";

/** The model of that id, or null: the caller names the known ones. */
export function findModel(id: string): SoftSkillsModel | null {
  return MODELS.find((model) => model.id === id) ?? null;
}
