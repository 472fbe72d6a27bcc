import type { Comparison, ScaleComparison, WayComparison } from "@/lib/evaluation/so762/compare-with-experts";
import { LEVELS, SCALES, type Level, type Scale } from "@/lib/evaluation/so762/panel-items";
import { so762Charts } from "@/lib/evaluation/so762/so762-charts";
import { figureText, fractionText, pointsText } from "@/scoring/evaluation/figure-text";
import type { GroupDifference } from "@/scoring/evaluation/panel/group-difference";
import type { PanelAgreement } from "@/scoring/evaluation/panel/panel-agreement";
import type { ReportSection, ReportTable } from "@/scoring/evaluation/report-section";

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  utterance: "sentences",
  speaker: "speakers",
  adults_utterance: "adults, sentences",
  adults_speaker: "adults, speakers",
};

/** Set before the model was fitted; "at least". */
const TARGETS: Readonly<Record<Scale, Partial<Record<Level, string>>>> = {
  fluency: { utterance: "r .80, official .76, Align15 94, skill .6", speaker: "r .90, Align15 97, skill .6" },
  prosody: { utterance: "r .78, official .765, Align15 94, skill .6", speaker: "r .88, Align15 97, skill .6" },
};

/** The set's part of docs/evaluation.md. */
export function so762Section(comparison: Comparison): ReportSection {
  return {
    title: "Read sentences: fluency and prosody",
    paragraphs: paragraphs(comparison),
    tables: [
      ...SCALES.map((scale) => agreementTable(scale, comparison)),
      baselineTable(comparison),
      groupTable(comparison),
      productTable(comparison),
    ],
    charts: so762Charts(comparison),
  };
}

function paragraphs({ modelId, utterances, speakers, adults, coverage }: Comparison): string[] {
  const shipped =
    modelId === null
      ? "No model is shipped yet"
      : `"Shipped" is \`${modelId}\` from the repository, unchanged; on the sentences that it was fitted on its figures flatter it`;
  return [
    `Part of speechocean762 (Zhang et al. 2021): ${utterances} English sentences (median six words) read by ${speakers} speakers with Mandarin as first language, ${adults} of them adults (18 or older), each judged by five experts from 0 to 10, times ten here. Scores come from the sound and the text that was to be read; ${fractionText(coverage)} of the sentences have both.`,
    `${shipped}. "Refitted" is fitted anew, each time on nine tenths of the speakers, so that everybody is judged by models that have not heard them. A speaker's score is the mean of the sentences' scores. Intervals are 95 %, by bootstrap over speakers.`,
    "Align15 is the share of scores within 15 points of the mean of the five experts. The median given to everybody already reaches the constant's figure; skill is the share of what the constant leaves that the model wins. The official label of the data set is the median of the five, on which the best released system (GOPT, Gong et al. 2022) reaches .756 in fluency and .764 in prosody, on another part of the data.",
    "For the product's own clarity, each speaker's sentences are joined to one answer with 0.6 s of their own room sound between them, and sent with an untimed transcript. Clarity judges answers of one's own words, of which reading aloud is no example: the figure says how much of fluent delivery it shares. Scores are withheld where the text is refused as not fitting the sound, or the score would be too uncertain.",
  ];
}

function agreementTable(scale: Scale, comparison: Comparison): ReportTable {
  const { shipped, cv } = comparison.scales[scale];
  const rows = (name: string, way: WayComparison | null): string[][] =>
    way === null ? [] : LEVELS.map((level) => agreementRow(name, scale, level, way.agreements[level]));
  return {
    caption: `${capital(scale)}, against the mean of five experts`,
    columns: ["model", "judged", "n", "coverage", "r", "r, official label", "Align15", "constant", "skill", "target"],
    rows: [...rows("shipped", shipped), ...rows("refitted", cv)],
  };
}

function agreementRow(name: string, scale: Scale, level: Level, agreement: PanelAgreement | null): string[] {
  if (agreement === null) return [name, LEVEL_NAMES[level], "0", ".00", "-", "-", "-", "-", "-", "-"];
  const { n, coverage, r, rMedian, align15, constantAlign15, skill } = agreement;
  return [
    name,
    LEVEL_NAMES[level],
    String(n),
    fractionText(coverage),
    figureText(r),
    level.endsWith("utterance") ? figureText(rMedian) : "-",
    figureText(align15, pointsText),
    pointsText(constantAlign15),
    figureText(skill),
    TARGETS[scale][level] ?? "-",
  ];
}

function baselineTable({ scales }: Comparison): ReportTable {
  return {
    caption: "What one expert of the panel reaches against the mean of the other four, and a constant",
    columns: ["scale", "judged", "r of one expert", "Align15 of one expert", "Align15 of the constant"],
    rows: SCALES.flatMap((scale) =>
      (["utterance", "speaker"] as const).map((level) => {
        const { expertR, expertAlign15, constantAlign15 } = scales[scale].baselines[level];
        const figures = [fractionText(expertR), pointsText(expertAlign15), pointsText(constantAlign15)];
        return [scale, LEVEL_NAMES[level], ...figures];
      }),
    ),
  };
}

function groupTable({ scales }: Comparison): ReportTable {
  return {
    caption:
      "Groups of speakers: mean of score minus experts' mean (points of 100; speakers in brackets), and mean differences in standard deviations of the experts' means within the groups: what the model adds to the experts' own difference, and that difference",
    columns: [
      ...["scale", "model", "women", "men", "girls", "boys"],
      ...["women - men, added", "experts' own", "adults - children, added", "experts' own"],
    ],
    rows: SCALES.flatMap((scale) => [
      ...groupRow(scale, "shipped", scales[scale].shipped),
      ...groupRow(scale, "refitted", scales[scale].cv),
    ]),
  };
}

function groupRow(scale: Scale, name: string, way: WayComparison | null): string[][] {
  if (way === null) return [];
  const { groups, gender, age } = way.groups;
  const residual = (label: string): string => {
    const group = groups.find((one) => one.label === label);
    return group === undefined ? "-" : `${pointsText(group.residual)} (${group.speakers})`;
  };
  return [
    [
      ...[scale, name, residual("women"), residual("men"), residual("girls"), residual("boys")],
      ...[gender, age].flatMap((difference) => [addedText(difference), fractionText(difference?.experts ?? null)]),
    ],
  ];
}

function addedText(difference: GroupDifference | null): string {
  if (difference === null) return "-";
  return figureText({ value: difference.model - difference.experts, interval: difference.excessInterval });
}

function productTable({ scales }: Comparison): ReportTable {
  const row = (scale: Scale, { product, productCoverage }: ScaleComparison): string[] => [
    scale,
    String(product?.n ?? 0),
    fractionText(productCoverage),
    product === null ? "-" : figureText(product.r),
  ];
  return {
    caption: "The product's own clarity of each speaker's joined sentences, against the experts' means",
    columns: ["experts' scale", "speakers with a score", "coverage", "r"],
    rows: SCALES.map((scale) => row(scale, scales[scale])),
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
