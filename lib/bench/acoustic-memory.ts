import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Benchmark } from "@/lib/bench/benchmark";
import { runProgram } from "@/lib/bench/run-program";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { GROWTH_SECONDS } from "@/scoring/bench/growth-seconds";
import { BENCH_RUNS } from "@/scoring/bench/bench-row";

const KILOBYTES_PER_MB = 1_024;
const BYTES_PER_MB = KILOBYTES_PER_MB * KILOBYTES_PER_MB;

/**
 * Memory that one acoustic pass takes above the samples themselves. Each run is a process of its own, which loads the
 * samples, measures one second (so that code and kernels are there) and then the whole.
 */
export const MEMORY_BENCHMARKS: readonly Benchmark[] = GROWTH_SECONDS.map((seconds) => ({
  name: `acoustics.memory.${seconds}s`,
  measure: async ({ answer, folder }) => {
    const samples = path.join(folder, "samples.f32");
    await writeFile(samples, answer.pcm(seconds));
    const runs: number[] = [];
    for (let i = 0; i < BENCH_RUNS; i++) {
      const program = process.argv[1] ?? "";
      const { stdout } = await runProgram(process.execPath, [program, "bench", "--memory-of", samples]);
      runs.push(Number(stdout));
    }
    return { unit: "MB", runs };
  },
}));

/** In a fresh process: highest resident memory of a pass over a file of 32-bit samples, above what was there before, MB. */
export async function measureAcousticMemory(file: string): Promise<number> {
  const bytes = await readFile(file);
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / Float32Array.BYTES_PER_ELEMENT);
  analyseAcoustics(samples.subarray(0, SAMPLE_RATE_HZ));
  const beforeMb = process.memoryUsage().rss / BYTES_PER_MB;
  analyseAcoustics(samples);
  // The peak may be older than the pass: then this says too much, never too little.
  return (await highestResidentMb()) - beforeMb;
}

/**
 * Highest resident memory of this process, MB. Linux counts what the parent had at the time of the fork into a child's
 * maxRSS, so its own record of the address space is read where there is one.
 */
async function highestResidentMb(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const highest = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (highest === undefined ? process.resourceUsage().maxRSS : Number(highest)) / KILOBYTES_PER_MB;
}
