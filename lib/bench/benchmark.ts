import type { LoopedAnswer } from "@/lib/bench/looped-answer";
import type { Measured } from "@/scoring/bench/bench-row";

/** What every measurement of one bench may use. */
export interface BenchSetting {
  /** The checkout. */
  readonly root: string;
  /** Emptied at the end. */
  readonly folder: string;
  /** A spoken answer of any length, made from a bundled one. */
  readonly answer: LoopedAnswer;
  /** Progress, for people. */
  say(line: string): void;
}

/** One row of the bench and how to measure it. `skipped`: it cannot be measured here, and why. */
export interface Benchmark {
  readonly name: string;
  /** Goes through the running application: built, with its own database. */
  readonly needsApplication?: true;
  /** Puts that application under load for minutes: measured with --api alone, into a section of its own. */
  readonly underLoad?: true;
  readonly measure: (setting: BenchSetting) => Promise<Measured | { readonly skipped: string }>;
}
