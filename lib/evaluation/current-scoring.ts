import path from "node:path";
import { environment } from "@/lib/config/environment";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import type { WordVectors } from "@/scoring/language/word-vectors";
import { DEFAULT_MODEL_ID, findModel } from "@/scoring/models/model-catalogue";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";

/** What the product scores English answers with today. */
export interface CurrentScoring {
  readonly model: SoftSkillsModel;
  /** null where they are not packed: relevance is then left out. */
  readonly vectors: WordVectors | null;
}

/** The current model and the packed word vectors; says so where there are none. */
export function currentScoring(progress: (line: string) => void): CurrentScoring {
  const model = findModel(DEFAULT_MODEL_ID);
  if (!model) throw new Error(`the current model ${DEFAULT_MODEL_ID} is not in the catalogue`);
  const vectors = loadWordVectors("en", path.join(environment().dataDir, "word-vectors"));
  if (vectors === null) progress("word vectors are not packed: relevance is left out");
  return { model, vectors };
}
