import type { Contribution } from "@/scoring/dimensions/contribution";
import type { MissingTerm, ScoringMode } from "@/scoring/dimensions/dimension-result";
import { lookUp, type FeatureTable } from "@/scoring/dimensions/feature-table";
import type { Measured, UnmeasurableReason } from "@/scoring/features/measurement";
import type { ConfidenceLimits, DimensionModel, ModelAct, ModelTerm } from "@/scoring/models/model-schema";

/** Which terms of a dimension count in this answer, and with what weight. */
export interface WeighedTerms {
  readonly contributions: readonly Contribution[];
  readonly missing: readonly MissingTerm[];
  /** What the remaining weights were multiplied by, 1..maxMissingFactor. */
  readonly factor: number;
  /** Share of the weight that the answer itself left unmeasured; terms switched off by a setting are not in it. */
  readonly missingShare: number;
  /** Square root of the sum of (|W| / missingSeDivisor)^2 over all absent terms, points. */
  readonly sigmaMissing: number;
  /** Share of the present weight that reads recognised words, 0..1. */
  readonly textShare: number;
}

type Entry = ModelTerm | ModelAct;
interface Absent {
  readonly entry: Entry;
  readonly reason: UnmeasurableReason;
}

/** Chosen by an organization or granted to a candidate: dropping the term is not a shortcoming of the answer. */
const SWITCHED_OFF: readonly UnmeasurableReason[] = ["wording_only", "accommodation"];

function totalWeight(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + Math.abs(entry.weight), 0);
}

function split(model: DimensionModel, table: FeatureTable, mode: ScoringMode) {
  const present: { entry: Entry; measurement: Measured }[] = [];
  const absent: Absent[] = [];
  for (const entry of [...model.terms, ...model.acts]) {
    const measurement = lookUp(table, entry.feature);
    if (!entry.modes.includes(mode)) absent.push({ entry, reason: "wording_only" });
    else if (measurement.kind === "unmeasurable") absent.push({ entry, reason: measurement.reason });
    else present.push({ entry, measurement });
  }
  return { present, absent };
}

/** Rows for the ledger. A granted accommodation is never shown to a recruiter, so its terms are left out (8.1). */
function missingRows(absent: readonly Absent[]): MissingTerm[] {
  return absent
    .filter(({ reason }) => reason !== "accommodation")
    .map(({ entry, reason }) => ({ term: entry.term, label: entry.label, reason }));
}

/**
 * The missing-feature rule (scoring-science 4.1): drop what was not measured, multiply the other weights by
 * sum|W| / sum|W present|, at most `maxMissingFactor`, and widen the standard error by |W|/3 in quadrature.
 * Terms outside the mode and terms of an accommodation go the same way, but do not count towards `missingShare`.
 */
export function weighTerms(
  model: DimensionModel,
  table: FeatureTable,
  mode: ScoringMode,
  limits: ConfidenceLimits,
): WeighedTerms {
  const { present, absent } = split(model, table, mode);
  const presentEntries = present.map(({ entry }) => entry);
  const presentWeight = totalWeight(presentEntries);
  const faultWeight = totalWeight(absent.filter((a) => !SWITCHED_OFF.includes(a.reason)).map((a) => a.entry));
  const absentWeight = totalWeight(absent.map(({ entry }) => entry));
  const factor =
    presentWeight === 0 ? 1 : Math.min(limits.maxMissingFactor, (presentWeight + absentWeight) / presentWeight);
  const scale = model.calibration.b * factor;
  return {
    contributions: present.map(({ entry, measurement }) => ({ entry, measurement, weight: scale * entry.weight })),
    missing: missingRows(absent),
    factor,
    missingShare: presentWeight === 0 ? 1 : faultWeight / (presentWeight + faultWeight),
    sigmaMissing: model.calibration.b * Math.hypot(...absent.map((a) => a.entry.weight / limits.missingSeDivisor)),
    textShare: presentWeight === 0 ? 0 : totalWeight(presentEntries.filter((entry) => entry.text)) / presentWeight,
  };
}
