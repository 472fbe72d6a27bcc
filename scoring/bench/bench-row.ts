/** How often everything is measured after warm-up. */
export const BENCH_RUNS = 5;

export type BenchUnit = "ms" | "MB" | "s" | "/s" | "/core hour" | "requests" | "%";

/** Middle and ends of the runs of one measurement. */
export interface RunSummary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Another program doing the same work on the same input, in the same run of the bench. */
export interface PeerRuns {
  /** Program, version and what it was made to do. */
  readonly name: string;
  /** One value a run, without the start of its process. */
  readonly runs: readonly number[];
  /** What starting the program costs on top, ms. */
  readonly startMs: number;
}

/** What was measured, before it is compared with anything. */
export interface Measured {
  readonly unit: BenchUnit;
  /** One value a run. */
  readonly runs: readonly number[];
  /** The peer, or why there is none; absent where nothing is comparable. */
  readonly peer?: PeerRuns | { readonly missing: string };
}

export const TARGET_KINDS = ["at most", "at least", "exactly"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What a row asks of a measurement. */
export interface BenchTarget {
  readonly kind: TargetKind;
  /** In the row's unit. */
  readonly value: number;
  /** At least so many times the peer's speed; null where the peer is only shown. */
  readonly timesPeer: number | null;
}

export interface BenchPeer extends RunSummary {
  readonly name: string;
  /** The median with the start of its process. */
  readonly withStart: number;
}

/** One line of the bench. */
export interface BenchRow extends RunSummary {
  readonly name: string;
  readonly unit: BenchUnit;
  readonly target: number | null;
  readonly targetKind: TargetKind | null;
  /** Whether the median keeps `target`; null without a target. */
  readonly met: boolean | null;
  readonly peer: BenchPeer | null;
  /** Why there is no peer although there could be; null otherwise. */
  readonly peerMissing: string | null;
  /** Median of the peer / own median: how many times as fast as the peer; null without a peer. */
  readonly ratio: number | null;
  readonly targetRatio: number | null;
  /** Whether `ratio` reaches `targetRatio`; null where either is missing. */
  readonly ratioMet: boolean | null;
}

/** The machine that everything was measured on. */
export interface BenchMachine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly os: string;
  readonly node: string;
  /** The system's load average over one minute before the first row. */
  readonly loadBefore: number;
}

/** A row that could not be measured here. */
export interface SkippedRow {
  readonly name: string;
  readonly reason: string;
}
