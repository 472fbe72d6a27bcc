import os from "node:os";
import type { BenchMachine } from "@/scoring/bench/bench-row";

const BYTES_PER_GB = 1024 ** 3;

/** What the machine is, without its name. */
export function describeMachine(): BenchMachine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / BYTES_PER_GB),
    os: `${os.type()} ${os.arch()}`,
    node: process.versions.node,
    loadBefore: os.loadavg()[0] ?? 0,
  };
}
