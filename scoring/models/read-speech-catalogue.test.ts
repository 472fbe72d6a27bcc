import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import json from "@/scoring/models/read-speech-1.0.0.json";
import {
  CURRENT_READ_SPEECH_ID,
  findReadSpeechModel,
  loadReadSpeechModel,
  READ_SPEECH_MODELS,
} from "@/scoring/models/read-speech-catalogue";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

test("every file of a read-speech model is in the catalogue, with a card that names it", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^read-speech-\d.*\.json$/.test(file));
  expect(files.sort()).toEqual(READ_SPEECH_MODELS.map(({ id }) => `${id.replace("@", "-")}.json`).sort());
  for (const { id, card } of READ_SPEECH_MODELS) {
    expect(readFileSync(path.join(import.meta.dirname, "cards", card), "utf8")).toContain(id);
  }
});

test("models are found by id, and no other is", () => {
  expect(findReadSpeechModel(CURRENT_READ_SPEECH_ID)?.id).toBe(CURRENT_READ_SPEECH_ID);
  expect(findReadSpeechModel("read-speech@9.9.9")).toBeNull();
});

test("a published model cannot be changed", () => {
  for (const model of READ_SPEECH_MODELS) {
    expect(() => Object.assign(model.scales.fluency, { base: 0 })).toThrow(TypeError);
    expect(() => Object.assign(model.scales.fluency.terms[0]?.knots[0] ?? {}, { 1: 99 })).toThrow(TypeError);
  }
});

test("every published curve is monotone in the direction that its feature states", () => {
  for (const { scales } of READ_SPEECH_MODELS) {
    for (const { feature, knots } of [...scales.fluency.terms, ...scales.prosody.terms]) {
      const sign = UTTERANCE_FEATURES.find(({ id }) => id === feature)?.shape === "rising" ? 1 : -1;
      knots
        .slice(1)
        .forEach(([, y], i) => expect(sign * (y - (knots[i]?.[1] ?? 0)), feature).toBeGreaterThanOrEqual(0));
    }
  }
});

test.each([
  [
    "an unknown feature",
    {
      ...json,
      scales: {
        ...json.scales,
        fluency: {
          base: 1,
          terms: [
            {
              feature: "mood",
              knots: [
                [0, 0],
                [1, 1],
              ],
            },
          ],
        },
      },
    },
    "no feature",
  ],
  [
    "knots that do not rise",
    {
      ...json,
      scales: {
        ...json.scales,
        fluency: {
          base: 1,
          terms: [
            {
              feature: "pauses.longest",
              knots: [
                [1, 0],
                [0, 1],
              ],
            },
          ],
        },
      },
    },
    "x must rise",
  ],
  ["an unknown field", { ...json, extra: 1 }, "extra"],
])("a model with %s is refused, and the reason says where", (_what, changed, where) => {
  expect(() => loadReadSpeechModel(changed)).toThrow(where);
});
