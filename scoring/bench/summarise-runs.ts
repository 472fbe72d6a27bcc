import type { RunSummary } from "@/scoring/bench/bench-row";

/**
 * Median, smallest and largest of the runs of one measurement; of an even number of runs the mean of the middle two.
 *
 * @throws RangeError without runs, or for one that is no finite number: a measurement that failed is no measurement
 */
export function summariseRuns(runs: readonly number[]): RunSummary {
  const sorted = [...runs].sort((a, b) => a - b);
  const lowest = sorted[0];
  const highest = sorted.at(-1);
  if (lowest === undefined || highest === undefined) throw new RangeError("nothing was measured: there are no runs");
  if (!sorted.every(Number.isFinite)) throw new RangeError(`a run is no finite number: ${runs.join(", ")}`);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? lowest;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? highest;
  return { median: (lower + upper) / 2, min: lowest, max: highest };
}
