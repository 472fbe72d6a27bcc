import type { DimensionResults, ScoringMode } from "@/scoring/dimensions/dimension-result";

/** A measurement for the result's `measurements`: always there, also when nothing could be scored. */
export type ReportedMeasurement =
  | {
      readonly value: number;
      readonly unit: string;
      readonly norm: { readonly mean: number; readonly sd: number | null } | null;
    }
  | { readonly value: null; readonly unit: string; readonly reason: string };

/**
 * What the engine says about one answer, before any role weighs it. Both modes are computed, so that switching
 * `wording_only` is a look-up. Plain JSON values only: the same input gives the same bytes.
 */
export interface ScoredAnswer {
  /** "soft-skills@1.0.0" */
  readonly model: string;
  readonly modes: Readonly<Record<ScoringMode, DimensionResults>>;
  /** Keyed by snake_case measurement name: "articulation_rate", "pauses_per_minute", … */
  readonly measurements: Readonly<Record<string, ReportedMeasurement>>;
  readonly speechMs: number;
  readonly wordCount: number | null;
  readonly fillerSource: "verbatim" | "acoustic" | "none";
}
