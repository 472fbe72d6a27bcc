import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Benchmark } from "@/lib/bench/benchmark";
import { loadLoopedAnswer } from "@/lib/bench/looped-answer";
import type { BenchRow, SkippedRow } from "@/scoring/bench/bench-row";
import { BENCH_TARGETS } from "@/scoring/bench/bench-targets";
import { buildRow } from "@/scoring/bench/build-row";

export interface BenchOutcome {
  readonly rows: readonly BenchRow[];
  readonly skipped: readonly SkippedRow[];
}

/**
 * Measures one row after the other, alone in the process, each with its peer right after it.
 *
 * @param root the checkout, whose bundled answers are measured
 * @throws Error of the first row that breaks, named by it
 */
export async function runBenchmarks(
  benchmarks: readonly Benchmark[],
  root: string,
  say: (line: string) => void,
): Promise<BenchOutcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "earshot-bench-"));
  try {
    const setting = { root, folder, say, answer: await loadLoopedAnswer(root) };
    const rows: BenchRow[] = [];
    const skipped: SkippedRow[] = [];
    for (const { name, measure } of benchmarks) {
      say(name);
      const measured = await measure(setting).catch((error: unknown) => {
        throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      });
      if ("skipped" in measured) skipped.push({ name, reason: measured.skipped });
      else rows.push(buildRow(name, measured, BENCH_TARGETS[name] ?? null));
    }
    return { rows, skipped };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
