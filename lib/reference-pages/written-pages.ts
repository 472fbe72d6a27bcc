import { readFile } from "node:fs/promises";
import path from "node:path";
import { apiPages } from "@/lib/openapi/api-pages";
import type { WrittenPage } from "@/lib/openapi/written-page";
import { importRoute } from "@/lib/reference-pages/import-route";
import { FEATURES } from "@/scoring/features/feature-registry";
import { DEFAULT_MODEL_ID, findModel, MODEL_IDS } from "@/scoring/models/model-catalogue";
import { CURRENT_READ_SPEECH_ID, findReadSpeechModel } from "@/scoring/models/read-speech-catalogue";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";
import { renderFeaturesPage } from "@/scoring/reference-pages/render-features-page";
import { renderModelCard } from "@/scoring/reference-pages/render-model-card";

/**
 * Every page that follows from the code, as it should be: features, model card, API reference.
 *
 * @throws Error when a model in use or its card is missing
 */
export async function writtenPages(root: string): Promise<readonly WrittenPage[]> {
  return [...(await modelPages(root)), ...(await apiPages(root, importRoute))];
}

async function modelPages(root: string): Promise<readonly WrittenPage[]> {
  const models = MODEL_IDS.flatMap((id) => findModel(id) ?? []);
  const defaultModel = findModel(DEFAULT_MODEL_ID);
  const readSpeech = findReadSpeechModel(CURRENT_READ_SPEECH_ID);
  if (defaultModel === null || readSpeech === null) throw new Error("a model in use is not in its catalogue");
  const cards: Record<string, string> = {};
  for (const { id, card } of [defaultModel, readSpeech]) {
    cards[id] = await readFile(path.join(root, "scoring/models/cards", card), "utf8");
  }
  const otherIds = MODEL_IDS.filter((id) => id !== DEFAULT_MODEL_ID);
  const features = { features: FEATURES, sentenceFeatures: UTTERANCE_FEATURES, models, defaultModel };
  return [
    { file: "docs/features.md", text: renderFeaturesPage(features) },
    { file: "docs/model-card.md", text: renderModelCard({ defaultModel, readSpeech, cards, otherIds }) },
  ];
}
