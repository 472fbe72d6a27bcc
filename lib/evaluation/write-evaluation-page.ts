import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type EvaluationPage, renderEvaluationPage } from "@/scoring/evaluation/page/render-evaluation-page";

/**
 * Writes `docsDir`/evaluation.md and its drawings beside it (`docsDir`/evaluation/NAME.svg). Drawings that the page no
 * longer shows are removed.
 *
 * @returns the page's file
 */
export async function writeEvaluationPage(docsDir: string, evaluation: EvaluationPage): Promise<string> {
  const text = renderEvaluationPage(evaluation);
  const drawings = path.join(docsDir, "evaluation");
  await mkdir(drawings, { recursive: true });
  const charts = evaluation.sets.flatMap(({ section }) => section.charts);
  const kept = new Set(charts.map(({ name }) => `${name}.svg`));
  for (const file of await readdir(drawings)) {
    if (file.endsWith(".svg") && !kept.has(file)) await rm(path.join(drawings, file));
  }
  for (const { name, svg } of charts) await writeFile(path.join(drawings, `${name}.svg`), svg);
  const page = path.join(docsDir, "evaluation.md");
  await writeFile(page, text);
  return page;
}
