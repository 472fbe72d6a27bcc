import type { BenchPeer, BenchRow, BenchTarget, Measured } from "@/scoring/bench/bench-row";
import { summariseRuns } from "@/scoring/bench/summarise-runs";

/**
 * A measurement beside its target and its peer. Time is judged by the median; memory by the largest run, because a
 * process that needs more than there is ends.
 *
 * @throws RangeError for a measurement without runs
 */
export function buildRow(name: string, measured: Measured, target: BenchTarget | null): BenchRow {
  const own = summariseRuns(measured.runs);
  const peer = summarisePeer(measured);
  // A peer that is done before its start could be told from its work has no ratio.
  const ratio = peer && own.median > 0 && peer.median > 0 ? peer.median / own.median : null;
  const targetRatio = target?.timesPeer ?? null;
  return {
    name,
    unit: measured.unit,
    ...own,
    target: target?.value ?? null,
    targetKind: target?.kind ?? null,
    met: target && keeps(target, measured.unit === "MB" ? own.max : own.median),
    peer,
    peerMissing: measured.peer && "missing" in measured.peer ? measured.peer.missing : null,
    ratio,
    targetRatio,
    ratioMet: ratio === null || targetRatio === null ? null : ratio >= targetRatio,
  };
}

function keeps({ kind, value }: BenchTarget, measured: number): boolean {
  if (kind === "exactly") return measured === value;
  return kind === "at most" ? measured <= value : measured >= value;
}

function summarisePeer({ peer }: Measured): BenchPeer | null {
  if (!peer || "missing" in peer) return null;
  const summary = summariseRuns(peer.runs);
  return { name: peer.name, ...summary, withStart: summary.median + peer.startMs };
}
