import path from "node:path";
import { measureAcousticMemory } from "@/lib/bench/acoustic-memory";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BENCHMARKS } from "@/lib/bench/benchmarks";
import { describeMachine } from "@/lib/bench/describe-machine";
import { keepLoadResults } from "@/lib/bench/load-results";
import { runBenchmarks } from "@/lib/bench/run-benchmarks";
import { writePerformancePage } from "@/lib/bench/write-performance-page";
import { benchUsage, parseBenchArguments, type BenchArguments } from "@/lib/cli/bench-arguments";
import { UsageError, type CommandOutput, type ExitCode } from "@/lib/cli/command-outcome";
import { renderBench } from "@/lib/cli/render-bench";
import { toBenchJson } from "@/scoring/bench/bench-json";

/**
 * `npm run bench`: what an answer costs on this machine, beside other programs. A whole run writes docs/performance.md.
 * Progress goes to standard error.
 *
 * @returns 0 when it ran, also with a target missed; 2 for bad arguments; 1 when a row broke
 */
export async function runBench(
  argv: readonly string[],
  output: CommandOutput,
  benchmarks: readonly Benchmark[] = BENCHMARKS,
): Promise<ExitCode> {
  try {
    const names = benchmarks.map(({ name }) => name);
    const options = parseBenchArguments(argv, names);
    if (options === null) output.out(`${benchUsage(names)}\n`);
    else if (options.memoryOf === null) return await bench(options, output, benchmarks);
    else output.out(`${await measureAcousticMemory(options.memoryOf)}\n`);
    return 0;
  } catch (error) {
    const usage = error instanceof UsageError;
    output.error(usage ? error.message : `bench broke: ${error instanceof Error ? error.message : String(error)}`);
    return usage ? 2 : 1;
  }
}

async function bench(
  { only, api, json, root }: BenchArguments,
  output: CommandOutput,
  benchmarks: readonly Benchmark[],
): Promise<ExitCode> {
  const load = benchmarks.filter((row) => row.underLoad).map(({ name }) => name);
  const chosen = benchmarks.filter((row) => row.name.startsWith(only) && (row.underLoad ?? false) === api);
  const progress = (line: string): void => output.error(line);
  const machine = describeMachine();
  const { rows, skipped, broken } = await runBenchmarks(chosen, path.resolve(root), progress);
  output.out(
    json ? `${JSON.stringify(toBenchJson(machine, rows, skipped), null, 2)}\n` : renderBench(machine, rows, skipped),
  );
  if (api && rows.length > 0) progress(`wrote ${await keepLoadResults(path.resolve(root), machine, rows, load)}`);
  if (only === "" && !api) {
    progress(`wrote ${await writePerformancePage(path.resolve(root), { machine, rows, skipped }, load)}`);
  }
  for (const { name, reason } of broken) output.error(`bench broke: ${name}: ${reason}`);
  return broken.length === 0 ? 0 : 1;
}
