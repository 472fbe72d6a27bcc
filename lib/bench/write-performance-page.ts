import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { renderPerformancePage, type BenchReport } from "@/scoring/bench/render-performance-page";

/** Writes docs/performance.md of the checkout and returns its name there. */
export async function writePerformancePage(root: string, report: BenchReport): Promise<string> {
  const name = path.join("docs", "performance.md");
  await mkdir(path.join(root, "docs"), { recursive: true });
  await writeFile(path.join(root, name), renderPerformancePage(report));
  return name;
}
