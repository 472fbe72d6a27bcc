import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ReportSection } from "@/scoring/evaluation/report-section";

/**
 * Writes `docsDir`/evaluation.md and its drawings beside it (`docsDir`/evaluation/NAME.svg).
 *
 * @returns the page's file
 */
export async function writeEvaluationPage(docsDir: string, sections: readonly ReportSection[]): Promise<string> {
  const drawings = path.join(docsDir, "evaluation");
  await mkdir(drawings, { recursive: true });
  for (const { name, svg } of sections.flatMap(({ charts }) => charts)) {
    await writeFile(path.join(drawings, `${name}.svg`), svg);
  }
  const page = path.join(docsDir, "evaluation.md");
  await writeFile(page, sections.map(sectionText).join("\n"));
  return page;
}

function sectionText({ title, paragraphs, tables, charts }: ReportSection): string {
  const parts = [
    `## ${title}`,
    ...paragraphs,
    ...charts.map(({ name, description }) => `![${description}](evaluation/${name}.svg)`),
    ...tables.map(({ caption, columns, rows }) =>
      [caption, "", row(columns), row(columns.map(() => "---")), ...rows.map(row)].join("\n"),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
