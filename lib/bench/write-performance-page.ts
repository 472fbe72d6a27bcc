import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { readLoadResults } from "@/lib/bench/load-results";
import { placeLoadSection, renderLoadSection } from "@/scoring/bench/render-load-section";
import { renderPerformancePage, type BenchReport } from "@/scoring/bench/render-performance-page";

/**
 * Writes docs/performance.md of the checkout, with what was last measured under load.
 *
 * @param names rows that are measured under load
 * @returns its name in the checkout
 */
export async function writePerformancePage(
  root: string,
  report: BenchReport,
  names: readonly string[],
): Promise<string> {
  const name = path.join("docs", "performance.md");
  await mkdir(path.join(root, "docs"), { recursive: true });
  const load = renderLoadSection(await readLoadResults(root), names);
  await writeFile(path.join(root, name), placeLoadSection(renderPerformancePage(report), load));
  return name;
}
