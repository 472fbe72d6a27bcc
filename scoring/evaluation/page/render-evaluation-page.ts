import { DATA_SOURCES } from "@/scoring/evaluation/page/data-sources";
import { cellText, headingAnchor, markdownTable } from "@/scoring/evaluation/page/markdown";
import { CLAIMS, READING } from "@/scoring/evaluation/page/page-texts";
import { targetTable } from "@/scoring/evaluation/page/target-table";
import type { ReportChart, ReportSection } from "@/scoring/evaluation/report-section";
import type { TargetReading } from "@/scoring/evaluation/targets/read-targets";

/** One set with what it has to say. */
export interface EvaluatedSet {
  /** As `--only` knows it; the page names it, so that a check can see that no set was forgotten. */
  readonly name: string;
  readonly section: ReportSection;
}

export interface EvaluationPage {
  /** Models that were judged; the check of the documents compares them with those in use. */
  readonly modelIds: readonly string[];
  readonly sets: readonly EvaluatedSet[];
  /** Targets beside what was reached: `readTargets(json)`. */
  readonly targets: readonly TargetReading[];
}

const CLAIMS_TITLE = "What these figures can and cannot say";
const DATA_TITLE = "The data";
const AGAIN_TITLE = "Running it again";
const TARGETS_TITLE = "Targets";
const READING_TITLE = "How to read it";

/**
 * docs/evaluation.md as text: models, contents, targets, one chapter a set with its drawings and tables, limits of what may
 * be claimed, sources, how to run it again. The drawings are referred to as evaluation/NAME.svg beside the page.
 *
 * @throws RangeError when two drawings share a name, a name is not kebab-case, or a table is ragged
 */
export function renderEvaluationPage({ modelIds, sets, targets }: EvaluationPage): string {
  checkNames(sets.flatMap(({ section }) => section.charts));
  const titles = [TARGETS_TITLE, READING_TITLE, ...sets.map(({ section }) => section.title), CLAIMS_TITLE, DATA_TITLE];
  const parts = [
    "# Agreement with people",
    "How far Earshot's scores agree with what people said of the same recordings, on public data, with everything that was missed. Written by `npm run evaluate`; edits are lost.",
    `Models: ${modelIds.map((id) => `\`${id}\``).join(", ")}.`,
    contents([...titles, AGAIN_TITLE]),
    `## ${TARGETS_TITLE}`,
    markdownTable(targetTable(targets)),
    `## ${READING_TITLE}`,
    ...READING,
    ...sets.map(chapter),
    `## ${CLAIMS_TITLE}`,
    CLAIMS.map((claim) => `- ${claim}`).join("\n"),
    `## ${DATA_TITLE}`,
    dataText(sets),
    `## ${AGAIN_TITLE}`,
    AGAIN,
  ];
  return `${parts.join("\n\n")}\n`;
}

const AGAIN = [
  "`npm run evaluate -- --data DIR`, where DIR holds one folder a set, named as above. A set that is missing is said to be and left out; this page is written only when every set was there. `--only NAME` runs one, `--quick` at most 20 speakers a set (8 in the metamorphic tests), `--json` prints one object with every figure.",
  "Measures are kept between runs in `evaluation-cache` of the project's own data folder (`DATA_DIR`, `.data` by default), not in DIR, and measured again when the acoustics, a change or a synthesiser turn out another sound. Nothing is drawn at random without a fixed seed: the same data give the same page.",
].join("\n\n");

function contents(titles: readonly string[]): string {
  return titles.map((title) => `- [${title}](#${headingAnchor(title)})`).join("\n");
}

function chapter({ name, section }: EvaluatedSet): string {
  const { title, paragraphs, charts, tables } = section;
  return [
    `## ${title}`,
    `Set: \`${name}\``,
    ...paragraphs,
    ...charts.map(({ name: file, description }) => `![${alternativeText(description)}](evaluation/${file}.svg)`),
    ...tables.map(markdownTable),
  ].join("\n\n");
}

/** Square brackets would end the text of a picture. */
function alternativeText(description: string): string {
  return description.replace(/\s+/g, " ").replace(/\[/g, "(").replace(/\]/g, ")");
}

function dataText(sets: readonly EvaluatedSet[]): string {
  const rows = sets.flatMap(({ name }) => {
    const source = DATA_SOURCES[name];
    return source === undefined ? [] : [[`\`${name}\``, source.what, source.citation, source.terms].map(cellText)];
  });
  return [
    "None of the data are part of this repository. Only figures computed from them are, and drawings of them count persons in cells or show summaries.",
    markdownTable({ caption: "Sources", columns: ["set", "what", "source", "terms of use"], rows }),
  ].join("\n\n");
}

function checkNames(charts: readonly ReportChart[]): void {
  const seen = new Set<string>();
  for (const { name } of charts) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
      throw new RangeError(`the drawing "${name}" is not named in kebab-case`);
    if (seen.has(name)) throw new RangeError(`two drawings are called "${name}"`);
    seen.add(name);
  }
}
