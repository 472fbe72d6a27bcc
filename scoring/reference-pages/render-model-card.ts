import { markdownTable } from "@/scoring/evaluation/page/markdown";
import type { ReportTable } from "@/scoring/evaluation/report-section";
import type { ConfidenceLimits, SoftSkillsModel } from "@/scoring/models/model-schema";
import type { ReadSpeechScorecard } from "@/scoring/read-speech/read-speech-scorecard";
import { modelParts, pointsWithin, shapeOf, type ModelPart } from "@/scoring/reference-pages/model-uses";
import { numberText } from "@/scoring/reference-pages/number-text";

export interface ModelCardPage {
  readonly defaultModel: SoftSkillsModel;
  readonly readSpeech: ReadSpeechScorecard;
  /** Text of each card file, by model id: written by people, or by the fit. */
  readonly cards: Readonly<Record<string, string>>;
  /** Other published versions, still found by their id. */
  readonly otherIds: readonly string[];
}

/** docs/model-card.md: every coefficient of the models in use, and the texts of their cards. */
export function renderModelCard({ defaultModel, readSpeech, cards, otherIds }: ModelCardPage): string {
  const parts = [
    "# Model card",
    "Every coefficient that a score is made of. Written by `npm run docs` from `scoring/models`; edits are lost. What each feature is: [features](features.md). Agreement with people: [evaluation](evaluation.md).",
    `In use unless an owner pinned another: \`${defaultModel.id}\`. Read sentences of the benchmark: \`${readSpeech.id}\`. Other published versions: ${otherIds.map((id) => `\`${id}\``).join(", ") || "none"}.`,
    cardText(defaultModel.id, cards),
    `## Coefficients of ${defaultModel.id}`,
    "`points = weight * y(x)`, y piecewise linear through the knots `x: y` and constant outside. Acts: `points = weight * (1 - exp(-count / tau))`. A term whose feature is missing is dropped and its weight moves to the others.",
    markdownTable(partsTable(modelParts(defaultModel))),
    ...modelParts(defaultModel).flatMap(partText),
    `## Confidence limits of ${defaultModel.id}`,
    markdownTable(perDimensionTable(defaultModel.confidence)),
    markdownTable(limitsTable(defaultModel.confidence)),
    cardText(readSpeech.id, cards),
    `## Coefficients of ${readSpeech.id}`,
    "`score = clip(base + sum of curves)`; knots are `x: points`.",
    ...Object.entries(readSpeech.scales).map(([name, { base, terms }]) =>
      markdownTable({
        caption: `${name}, base ${numberText(base)}`,
        columns: ["feature", "knots"],
        rows: terms.map(({ feature, knots }) => [`\`${feature}\``, knotsText(knots)]),
      }),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The card's text one level deeper, its links made to lead on from docs/. @throws RangeError when there is none */
function cardText(id: string, cards: Readonly<Record<string, string>>): string {
  const text = cards[id];
  if (text === undefined) throw new RangeError(`the model ${id} has no card`);
  return text
    .trim()
    .replace(/^(#+) /gm, "#$1 ")
    .replaceAll("`../", "`scoring/models/");
}

function knotsText(knots: readonly (readonly [number, number])[]): string {
  return knots.map(([x, y]) => `${numberText(x)}: ${numberText(y)}`).join(", ");
}

function partsTable(parts: readonly ModelPart[]): ReportTable {
  return {
    caption: "Dimensions. Lowest and highest are what terms and acts could reach together, before the cut to 0 to 100",
    columns: ["part", "base", "model error", "a", "b", "terms", "acts", "sum of weights", "lowest", "highest"],
    rows: parts.map(({ name, part }) => {
      const { lowest, highest, weight } = pointsWithin(part);
      const { a, b } = part.calibration;
      const figures = [part.base, part.sigmaModel, a, b, part.terms.length, part.acts.length, weight, lowest, highest];
      return [name, ...figures.map((figure) => numberText(Number(figure.toFixed(1))))];
    }),
  };
}

function partText({ name, part }: ModelPart): string[] {
  const tables: string[] = [`### ${name}`, markdownTable(termsTable(name, part.terms))];
  if (part.acts.length > 0) tables.push(markdownTable(actsTable(name, part.acts)));
  return tables;
}

function modesText(modes: readonly string[]): string {
  return modes.includes("wording_only") ? "both" : modes.join(", ");
}

function termsTable(name: string, terms: ModelPart["part"]["terms"]): ReportTable {
  return {
    caption: `Terms of ${name}`,
    columns: ["term", "feature", "weight", "shape", "knots", "norm", "modes", "basis"],
    rows: terms.map((term) => [
      term.label,
      `\`${term.feature}\``,
      numberText(term.weight),
      shapeOf(term),
      knotsText(term.knots),
      normText(term.norm),
      modesText(term.modes),
      term.basis,
    ]),
  };
}

function normText(norm: ModelPart["part"]["terms"][number]["norm"]): string {
  if (norm === null) return "none";
  const spread = norm.sd === null ? "" : `, sd ${numberText(norm.sd)}`;
  return `${numberText(norm.mean)}${spread} [${norm.tag}] (${norm.population})`;
}

function actsTable(name: string, acts: ModelPart["part"]["acts"]): ReportTable {
  return {
    caption: `Acts of ${name}`,
    columns: ["act", "feature", "weight", "tau", "modes", "basis"],
    rows: acts.map(({ label, feature, weight, tau, modes, basis }) => [
      label,
      `\`${feature}\``,
      numberText(weight),
      numberText(tau),
      modesText(modes),
      basis,
    ]),
  };
}

function perDimensionTable(limits: ConfidenceLimits): ReportTable {
  const entries = Object.entries(limits).flatMap(([name, limit]) =>
    typeof limit === "number" ? [] : [[name, limit] as const],
  );
  const columns = Object.keys(limits.minSpeechS);
  return {
    caption: "Limits by dimension (scoring/models/model-schema.ts says what each does)",
    columns: ["limit", ...columns],
    rows: entries.map(([name, limit]) => [`\`${name}\``, ...Object.values(limit).map((value) => numberText(value))]),
  };
}

function limitsTable(limits: ConfidenceLimits): ReportTable {
  return {
    caption: "Limits for all dimensions",
    columns: ["limit", "value"],
    rows: Object.entries(limits).flatMap(([name, limit]) =>
      typeof limit === "number" ? [[`\`${name}\``, numberText(limit)]] : [],
    ),
  };
}
