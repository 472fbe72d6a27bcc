import { deepFreeze } from "@/scoring/models/deep-freeze";
import readSpeech100 from "@/scoring/models/read-speech-1.0.0.json";
import { readSpeechScorecardSchema, type ReadSpeechScorecard } from "@/scoring/read-speech/read-speech-scorecard";

/** Every published version, oldest first. Published files are never edited: a change is a new version and a new card. */
export const READ_SPEECH_MODELS: readonly ReadSpeechScorecard[] = [readSpeech100].map(loadReadSpeechModel);

/** The version that the benchmark judges by. */
export const CURRENT_READ_SPEECH_ID = "read-speech@1.0.0";

/**
 * Reads a `read-speech@` model from parsed JSON.
 *
 * @returns the model, frozen to its leaves
 * @throws z.ZodError when the JSON does not follow the schema; the path names the coefficient
 */
export function loadReadSpeechModel(json: unknown): ReadSpeechScorecard {
  return deepFreeze(readSpeechScorecardSchema.parse(json));
}

/** The published model of that id, or null. */
export function findReadSpeechModel(id: string): ReadSpeechScorecard | null {
  return READ_SPEECH_MODELS.find((model) => model.id === id) ?? null;
}
