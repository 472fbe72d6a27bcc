import { performance } from "node:perf_hooks";
import { BENCH_RUNS } from "@/scoring/bench/bench-row";

/** Enough for what takes a moment: the same code runs on and on in a worker. */
export const WARM_UPS = 2;
/** What takes milliseconds is compiled to machine code only after some hundred calls. */
export const WARM_UPS_OF_SHORT_WORK = 10;

/** Wall-clock time of BENCH_RUNS runs in ms, after `warmUps` runs that do not count. */
export async function timeRuns(work: () => unknown, warmUps = WARM_UPS): Promise<number[]> {
  for (let i = 0; i < warmUps; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < BENCH_RUNS; i++) {
    const startMs = performance.now();
    await work();
    times.push(performance.now() - startMs);
  }
  return times;
}
