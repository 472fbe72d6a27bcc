import { formatMeasure, formatRatio } from "@/scoring/bench/format-measure";
import type { BenchMachine, BenchRow, SkippedRow } from "@/scoring/bench/bench-row";

const HEADINGS = ["row", "median", "min", "max", "target", "peer", "times as fast"] as const;

/** The rows as a table for a terminal, then what was not measured and why. */
export function renderBench(machine: BenchMachine, rows: readonly BenchRow[], skipped: readonly SkippedRow[]): string {
  const { cpu, cores, memoryGb, os, node } = machine;
  const cells = [HEADINGS, ...rows.map(toCells)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, ${os}, Node ${node}`,
    "",
    ...lines,
    ...skipped.map(({ name, reason }) => `${name} was not measured: ${reason}.`),
    "",
  ].join("\n");
}

function toCells(row: BenchRow): readonly string[] {
  const { name, unit, median, min, max, target, met, peer, peerMissing, ratio } = row;
  return [
    name,
    formatMeasure(median, unit),
    formatMeasure(min, unit),
    formatMeasure(max, unit),
    target === null ? "" : `${formatMeasure(target, unit)} ${met === true ? "met" : "MISSED"}`,
    peer ? `${formatMeasure(peer.median, unit)} (${peer.name})` : (peerMissing ?? ""),
    ratio === null ? "" : `${formatRatio(ratio)}${row.ratioMet === false ? ` (target ${row.targetRatio})` : ""}`,
  ];
}
