import { headingAnchor, markdownTable } from "@/scoring/evaluation/page/markdown";
import type { FeatureDefinition } from "@/scoring/features/define-feature";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";
import { type FeatureUse, shapeOf, usesOf } from "@/scoring/reference-pages/model-uses";
import { numberText } from "@/scoring/reference-pages/number-text";

export interface FeaturesPage {
  readonly features: readonly FeatureDefinition[];
  /** Of single read sentences: the benchmark's own. */
  readonly sentenceFeatures: readonly UtteranceFeature[];
  /** Models in use, oldest first; the last is not necessarily the default. */
  readonly models: readonly SoftSkillsModel[];
  readonly defaultModel: SoftSkillsModel;
}

/** docs/features.md: every measure of an answer, what it is, and which terms of which model read it. */
export function renderFeaturesPage({ features, sentenceFeatures, models, defaultModel }: FeaturesPage): string {
  const ids = models.map(({ id }) => `\`${id}\``).join(", ");
  const parts = [
    "# Features",
    "Everything that is measured in an answer. Written by `npm run docs` from the feature registry (`scoring/features/feature-registry.ts`) and the model files; edits are lost.",
    `A feature that could not be measured is \`null\` with a reason, never 0. A value outside the range is an error of the program. The version rises when any value can change. Weights are points of 100; models: ${ids}, the first line of each feature is for \`${defaultModel.id}\`, in use unless an owner pinned another.`,
    markdownTable(overview(features, defaultModel)),
    ...features.map((feature) => featureText(feature, models, defaultModel)),
    "## Features of read sentences",
    "Only for the benchmark of read sentences (`read-speech@`), never for answers. Curves and points are on the model's card.",
    markdownTable({
      caption: "One sentence against its text",
      columns: ["feature", "what", "unit", "better when", "basis"],
      rows: sentenceFeatures.map(({ id, label, unit, shape, basis }) => [
        `\`${id}\``,
        label,
        unit,
        shape === "rising" ? "higher" : "lower",
        basis,
      ]),
    }),
  ];
  return `${parts.join("\n\n")}\n`;
}

function overview(features: readonly FeatureDefinition[], model: SoftSkillsModel) {
  return {
    caption: `All ${features.length} features`,
    columns: ["feature", "what a reader sees", "unit", `read by, in ${model.id}`],
    rows: features.map(({ id, label, unit }) => [
      `[${id}](#${headingAnchor(id)})`,
      label,
      unit,
      usesOf(model, id)
        .map(({ part }) => part)
        .join(", ") || "no score",
    ]),
  };
}

function featureText(feature: FeatureDefinition, models: readonly SoftSkillsModel[], first: SoftSkillsModel): string {
  const { id, symbol, label, version, unit, range, needs, description, source } = feature;
  const ordered = [first, ...models.filter((model) => model !== first)];
  return [
    `## ${id}`,
    `**${label}** (${symbol}). ${description}`,
    [
      `- unit: ${unit}, range ${range.map(numberText).join(" to ")}, version ${version}`,
      `- needs: ${needs.join(", ")}`,
      `- source: ${source}`,
      ...ordered.map((model) => `- ${model.id}: ${usesText(usesOf(model, id))}`),
    ].join("\n"),
  ].join("\n\n");
}

function usesText(uses: readonly FeatureUse[]): string {
  if (uses.length === 0) return "no score reads it";
  return uses.map(({ part, entry }) => `${part} ${numberText(entry.weight)} (${shapeOf(entry)})`).join("; ");
}
