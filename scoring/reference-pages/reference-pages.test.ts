import { describe, expect, it } from "vitest";
import { FEATURES } from "@/scoring/features/feature-registry";
import { DEFAULT_MODEL_ID, findModel, MODEL_IDS } from "@/scoring/models/model-catalogue";
import type { ModelTerm } from "@/scoring/models/model-schema";
import { CURRENT_READ_SPEECH_ID, findReadSpeechModel } from "@/scoring/models/read-speech-catalogue";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";
import { modelParts, pointsWithin, shapeOf, usesOf } from "@/scoring/reference-pages/model-uses";
import { renderFeaturesPage } from "@/scoring/reference-pages/render-features-page";
import { renderModelCard } from "@/scoring/reference-pages/render-model-card";
import { staleMeasures } from "@/scoring/reference-pages/stale-measures";

const models = MODEL_IDS.flatMap((id) => findModel(id) ?? []);
const defaultModel = findModel(DEFAULT_MODEL_ID);
const readSpeech = findReadSpeechModel(CURRENT_READ_SPEECH_ID);
if (defaultModel === null || readSpeech === null) throw new Error("the models in use are not in their catalogues");
const [firstTerm] = defaultModel.dimensions.clarity.terms;
if (firstTerm === undefined) throw new Error("clarity has terms");

const featuresPage = renderFeaturesPage({
  features: FEATURES,
  sentenceFeatures: UTTERANCE_FEATURES,
  models,
  defaultModel,
});
const cards = { [defaultModel.id]: "# One\n\n`../x.json`\n", [readSpeech.id]: "# Two\n" };
const card = renderModelCard({ defaultModel, readSpeech, cards, otherIds: ["soft-skills@0.0.1"] });

describe("docs/features.md", () => {
  it("has a chapter for every feature, with what it computes, its range and its source", () => {
    for (const { id, description, source, unit } of FEATURES) {
      const chapter = featuresPage.split(`\n## ${id}\n`)[1]?.split("\n## ")[0] ?? "";
      for (const text of [description, `- source: ${source}`, `unit: ${unit}, range`]) expect(chapter).toContain(text);
    }
  });

  it("says of a feature which parts of which model read it", () => {
    const { feature } = firstTerm;
    const chapter = featuresPage.split(`\n## ${feature}\n`)[1]?.split("\n## ")[0] ?? "";
    for (const model of models) {
      const line = chapter.split("\n").find((each) => each.startsWith(`- ${model.id}: `)) ?? "";
      const uses = usesOf(model, feature);
      for (const { part } of uses) expect(line).toContain(part);
      if (uses.length === 0) expect(line).toContain("no score");
    }
    expect(usesOf(defaultModel, feature).map(({ part }) => part)).toContain("clarity");
  });
});

describe("docs/model-card.md", () => {
  it("has every term and act of every part, knots included", () => {
    for (const { name, part } of modelParts(defaultModel)) {
      const chapter = card.split(`\n### ${name}\n`)[1]?.split("\n### ")[0] ?? "";
      for (const { label, feature } of [...part.terms, ...part.acts]) {
        expect(chapter).toContain(label);
        expect(chapter).toContain(`\`${feature}\``);
      }
    }
    expect(card).toContain(firstTerm.knots.map(([x, y]) => `${x}: ${y}`).join(", "));
  });

  it("takes in the texts of the cards below its own headings, and names the older models", () => {
    expect(card).toContain("\n## One\n\n`scoring/models/x.json`");
    expect(card).toContain("`soft-skills@0.0.1`");
    expect(() => renderModelCard({ defaultModel, readSpeech, cards: {}, otherIds: [] })).toThrow("has no card");
  });
});

describe("shapeOf", () => {
  const shape = (...ys: number[]) =>
    shapeOf({ ...firstTerm, knots: ys.map((y, x): ModelTerm["knots"][number] => [x, y]) });

  it.each([
    [[-1, 0, 0, 1], "rises"],
    [[1, 0], "falls"],
    [[-1, 1, 1, 0], "rises to a plateau or peak, then falls"],
    [[1, -1, 1], "falls to a trough, then rises"],
    [[0, 1, 0, 1], "rises and falls"],
    [[0.5, 0.5], "is constant"],
  ])("calls the curve through %j: %s", (ys, words) => {
    expect(shape(...ys)).toBe(words);
  });
});

describe("pointsWithin", () => {
  it("is between what the worst and the best of every term and act give", () => {
    const part = { ...defaultModel.dimensions.clarity, base: 50 };
    const knots: ModelTerm["knots"] = [
      [0, -1],
      [1, 0.5],
    ];
    const terms = [{ ...firstTerm, weight: 10, knots }];
    const acts = defaultModel.dimensions.empathy_signal.acts.slice(0, 1).map((act) => ({ ...act, weight: -4 }));
    expect(pointsWithin({ ...part, terms, acts })).toEqual({ lowest: 36, highest: 55, weight: 14 });
  });
});

describe("staleMeasures", () => {
  const page = { file: "docs/x.md", command: "npm run x", mustName: ["model@2", "row"] };

  it("names the page that is missing, or what it does not name, and the command that writes it", () => {
    expect(staleMeasures([{ ...page, text: null }])).toEqual(['docs/x.md is missing: run "npm run x".']);
    expect(staleMeasures([{ ...page, text: "model@1, row" }])).toEqual([
      'docs/x.md does not name model@2: run "npm run x".',
    ]);
    expect(staleMeasures([{ ...page, text: "model@2, row" }])).toEqual([]);
  });
});
