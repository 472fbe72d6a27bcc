import type { WithoutWords } from "@/scoring/confidence/confidence-facts";
import { lookUp, type FeatureTable } from "@/scoring/dimensions/feature-table";
import type { UnitOf } from "@/scoring/dimensions/build-ledger";
import type { AnswerView } from "@/scoring/features/answer-view";
import type { Measurement } from "@/scoring/features/measurement";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";
import type { ReportedMeasurement } from "@/scoring/pipeline/scored-answer";

type ReportedNorm = { readonly mean: number; readonly sd: number | null } | null;

interface Row {
  readonly name: string;
  readonly feature: string;
  /** Where people read another unit than the feature has. */
  readonly as?: { readonly unit: string; readonly factor: number };
}

const MILLISECONDS = { unit: "ms", factor: 1000 } as const;

/** What every result reports, scored or not. Names are part of the API: rows are added, never renamed. */
const FEATURE_ROWS: readonly Row[] = [
  { name: "words_per_minute", feature: "pace.wordsPerMinute" },
  { name: "equivalent_words_per_minute", feature: "pace.equivalentWordsPerMinute" },
  { name: "articulation_rate", feature: "pace.articulationRate" },
  { name: "speech_rate", feature: "pace.speechRate" },
  { name: "tempo_variation", feature: "pace.rateVariation" },
  { name: "pauses_per_minute", feature: "pauses.perMinute" },
  { name: "mean_pause_ms", feature: "pauses.meanLength", as: MILLISECONDS },
  { name: "long_pauses_per_minute", feature: "pauses.longPerMinute" },
  { name: "mid_phrase_pauses_per_100_words", feature: "pauses.midPhrase" },
  { name: "words_between_pauses", feature: "pauses.wordsBetween" },
  { name: "syllables_between_pauses", feature: "pauses.syllablesBetween" },
  { name: "response_onset_ms", feature: "pauses.responseOnset", as: MILLISECONDS },
  { name: "filled_pauses_per_100_words", feature: "fillers.filledPauses" },
  { name: "fillers_per_100_words", feature: "fillers.all" },
  { name: "repairs_per_100_words", feature: "repairs.perHundred" },
  { name: "pitch_range_semitones", feature: "pitch.range" },
  { name: "level_sd_db", feature: "level.variation" },
  { name: "level_drift_db", feature: "level.steadiness" },
  { name: "lexical_diversity", feature: "vocabulary.mtld" },
];

/** Four decimals: finer than any of these can be measured. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}

/** Norms of the model's terms, by feature. */
function normsByFeature(model: SoftSkillsModel): ReadonlyMap<string, NonNullable<ReportedNorm>> {
  const terms = [...Object.values(model.dimensions), ...Object.values(model.noWords)].flatMap((d) => d.terms);
  const known = new Map<string, NonNullable<ReportedNorm>>();
  for (const { feature, norm } of terms) if (norm !== null) known.set(feature, { mean: norm.mean, sd: norm.sd });
  return known;
}

/** A granted accommodation is never shown to a recruiter (8.1); words that were not trusted say so. */
function shownReason(reason: string, withoutWords: WithoutWords | null): string {
  if (reason === "accommodation") return "not_reported";
  return reason === "no_transcript" ? (withoutWords ?? reason) : reason;
}

function fromFeature(
  row: Row,
  measurement: Measurement,
  unit: string,
  norm: ReportedNorm,
  withoutWords: WithoutWords | null,
): ReportedMeasurement {
  const shown = row.as ?? { unit, factor: 1 };
  if (measurement.kind === "unmeasurable") {
    return { value: null, unit: shown.unit, reason: shownReason(measurement.reason, withoutWords) };
  }
  const scaled = norm && { mean: round(norm.mean * shown.factor), sd: norm.sd && round(norm.sd * shown.factor) };
  return { value: round(measurement.value * shown.factor), unit: shown.unit, norm: scaled };
}

/** A value of the recording itself, or null where there is no speech to take it from. */
function fromRecording(value: number | null, unit: string): ReportedMeasurement {
  return value === null
    ? { value: null, unit, reason: "too_little_speech" }
    : { value: round(value), unit, norm: null };
}

/**
 * The measurements of every answer, scored or not, with words or without (promise "always something"): a value with its
 * norm, or null with the reason. Norms are those that the model compares with.
 */
export function reportMeasurements(
  view: AnswerView,
  table: FeatureTable,
  model: SoftSkillsModel,
  unitOf: UnitOf,
  withoutWords: WithoutWords | null,
): Readonly<Record<string, ReportedMeasurement>> {
  const norms = normsByFeature(model);
  const rows = FEATURE_ROWS.map((row) => {
    const { name, feature } = row;
    return [name, fromFeature(row, lookUp(table, feature), unitOf(feature), norms.get(feature) ?? null, withoutWords)];
  });
  const { durationMs, speechMs } = view.timeline;
  return {
    // Object.fromEntries forgets the type of its values when they are built by map.
    ...(Object.fromEntries(rows) as Record<string, ReportedMeasurement>),
    speech_share: fromRecording(durationMs > 0 ? speechMs / durationMs : null, "ratio"),
    snr_db: fromRecording(view.levels.snrDb, "dB"),
    noise_level_db: fromRecording(view.levels.noiseDb, "dB"),
    clipped_share: fromRecording(view.levels.clippedShare, "ratio"),
  };
}
