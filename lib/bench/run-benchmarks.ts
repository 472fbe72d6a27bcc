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
  /** Not measured here, broken ones too. */
  readonly skipped: readonly SkippedRow[];
  /** Rows that broke, with what they said. */
  readonly broken: readonly SkippedRow[];
}

/**
 * Measures one row after the other, alone in the process, each with its peer right after it.
 * A row that breaks costs no other.
 *
 * @param root the checkout, whose bundled answers are measured
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
    const broken: SkippedRow[] = [];
    for (const { name, measure } of benchmarks) {
      say(name);
      try {
        const measured = await measure(setting);
        if ("skipped" in measured) skipped.push({ name, reason: measured.skipped });
        else rows.push(buildRow(name, measured, BENCH_TARGETS[name] ?? null));
      } catch (error) {
        broken.push({ name, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    return { rows, skipped: [...skipped, ...broken], broken };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
