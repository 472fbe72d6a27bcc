import type { BenchMachine, BenchRow, SkippedRow } from "@/scoring/bench/bench-row";

/** Hundredths: finer than a clock of a busy machine. */
const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * The object of `bench --json`. `peer.median` is without the start of the peer's process, `peer.with_start` with it;
 * `met` speaks of `target`, `ratio_met` of `target_ratio`.
 */
export function toBenchJson(machine: BenchMachine, rows: readonly BenchRow[], skipped: readonly SkippedRow[]): object {
  const { cpu, cores, memoryGb, os, node, loadBefore } = machine;
  return {
    machine: { cpu, cores, memory_gb: memoryGb, os, node, load_before: round(loadBefore) },
    rows: rows.map(toRowJson),
    skipped,
  };
}

function toRowJson(row: BenchRow): object {
  const { name, unit, target, met, peer, ratio } = row;
  return {
    ...{ name, unit, median: round(row.median), min: round(row.min), max: round(row.max), target, met },
    ...(row.targetKind !== null && { target_kind: row.targetKind }),
    peer: peer && {
      ...{ name: peer.name, median: round(peer.median), min: round(peer.min), max: round(peer.max) },
      with_start: round(peer.withStart),
    },
    ratio: ratio === null ? null : round(ratio),
    target_ratio: row.targetRatio,
    ratio_met: row.ratioMet,
    ...(row.peerMissing !== null && { peer_missing: row.peerMissing }),
  };
}
