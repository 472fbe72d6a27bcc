import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findFeature } from "@/scoring/features/feature-registry";
import { loadModel } from "@/scoring/models/load-model";
import { DEFAULT_MODEL_ID, findModel, MODEL_IDS } from "@/scoring/models/model-catalogue";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";
import json from "@/scoring/models/soft-skills-0.1.0.json";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";

const model = findModel(DEFAULT_MODEL_ID);
if (model === null) throw new Error("the default model is not in the catalogue");

function published(id: string): SoftSkillsModel {
  const known = findModel(id);
  if (known === null) throw new Error(`${id} is not in the catalogue`);
  return known;
}

const WORDS_FOR_FEELINGS = /nervous|anxi|confiden|happy|happi|stress|enthusias|calm|emotion/i;

describe("the model catalogue", () => {
  it("finds published models by id and knows no other", () => {
    expect(MODEL_IDS.map((id) => findModel(id)?.id)).toEqual(MODEL_IDS);
    expect(findModel("soft-skills@9.9.9")).toBeNull();
  });

  it("hands out models that cannot be changed", () => {
    expect(() => Object.assign(model.dimensions.clarity, { base: 99 })).toThrow(TypeError);
    expect(() => Object.assign(model.dimensions.clarity.terms[0] ?? {}, { weight: 0 })).toThrow(TypeError);
  });

  it("has a card for every model", () => {
    for (const id of MODEL_IDS) {
      const card = path.join(import.meta.dirname, "cards", findModel(id)?.card ?? "");
      expect(readFileSync(card, "utf8")).toContain(id);
    }
  });
});

/** Base, model error, terms, acts and sum of weights of each dimension. */
function summarise(id: string): unknown[] {
  const known = published(id);
  return DIMENSIONS.map((dimension) => {
    const { base, sigmaModel, terms, acts } = known.dimensions[dimension];
    const weight = [...terms, ...acts].reduce((sum, entry) => sum + Math.abs(entry.weight), 0);
    return [dimension, base, sigmaModel, terms.length, acts.length, Math.round(10 * weight) / 10];
  });
}

describe("published numbers never change", () => {
  it("soft-skills@0.1.0", () => {
    expect(summarise("soft-skills@0.1.0")).toEqual([
      ["communication", 52, 7, 10, 0, 51],
      ["clarity", 46, 7, 12, 0, 59],
      ["composure", 51, 9, 10, 0, 53],
      ["empathy_signal", 38, 10, 4, 10, 86],
    ]);
  });

  it("soft-skills@1.0.0", () => {
    expect(summarise("soft-skills@1.0.0")).toEqual([
      ["communication", 50.3, 7, 12, 0, 51],
      ["clarity", 49.4, 7, 14, 0, 58.8],
      ["composure", 51, 9, 10, 0, 53],
      ["empathy_signal", 38, 10, 4, 10, 86],
    ]);
  });
});

describe.each(MODEL_IDS)("%s", (id) => {
  const known = published(id);

  it("drops pitch from composure, and everything but words from empathy_signal, in wording_only", () => {
    const dropped = (dimension: "composure" | "empathy_signal") =>
      known.dimensions[dimension].terms.filter((t) => !t.modes.includes("wording_only")).map((t) => t.term);
    expect(dropped("composure")).toEqual(["pitch_drift"]);
    expect(dropped("empathy_signal")).toEqual(["pace_warmth", "pitch_range"]);
    expect(known.noWords.composure.terms.find((t) => t.term === "pitch_drift")?.modes).toEqual(["standard"]);
  });

  it("adds 3 points to the model error where there are no words", () => {
    for (const dimension of ["clarity", "composure"] as const) {
      expect(known.noWords[dimension].sigmaModel).toBe(known.dimensions[dimension].sigmaModel + 3);
    }
  });

  it("reads no recognised words where there are none", () => {
    for (const { terms, acts } of Object.values(known.noWords)) {
      expect([...terms, ...acts].filter((entry) => entry.text)).toEqual([]);
    }
  });

  it("holds pitch to 3 points and loudness to 2 in every part", () => {
    const caps: Readonly<Record<string, number>> = { "pitch.range": 3, "pitch.drift": 3, "level.variation": 2 };
    for (const { terms } of [...Object.values(known.dimensions), ...Object.values(known.noWords)]) {
      for (const { feature, weight } of terms) expect(weight).toBeLessThanOrEqual(caps[feature] ?? Infinity);
    }
  });

  it("uses each feature once in a dimension", () => {
    for (const { terms, acts } of [...Object.values(known.dimensions), ...Object.values(known.noWords)]) {
      const features = [...terms, ...acts].map((entry) => entry.feature);
      expect(new Set(features).size).toBe(features.length);
    }
  });

  it("names behaviour, never a feeling, in every label a recruiter reads", () => {
    for (const { terms, acts } of [...Object.values(known.dimensions), ...Object.values(known.noWords)]) {
      for (const { label } of [...terms, ...acts]) expect(label).not.toMatch(WORDS_FOR_FEELINGS);
    }
  });
});

describe("loadModel", () => {
  const falling = structuredClone(json);
  falling.noWords.clarity.terms[0]?.knots.reverse();

  it.each([
    ["an unknown field", { ...json, extra: 1 }, "extra"],
    ["another schema", { ...json, schema: "soft-skills-model@2" }, "schema"],
    ["knots that do not rise", falling, "x must rise"],
  ])("refuses %s, and says where", (_what, changed, where) => {
    expect(() => loadModel(changed)).toThrow(where);
  });
});

describe("every model", () => {
  it("reads registered features only", () => {
    for (const id of MODEL_IDS) {
      const known = findModel(id);
      const parts = known === null ? [] : [...Object.values(known.dimensions), ...Object.values(known.noWords)];
      const named = parts.flatMap(({ terms, acts }) => [...terms, ...acts].map((entry) => entry.feature));
      expect(named.length).toBeGreaterThan(40);
      for (const feature of named) expect(() => findFeature(feature)).not.toThrow();
    }
  });
});
