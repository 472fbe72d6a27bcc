import { UNMEASURABLE_REASONS } from "@/scoring/features/unmeasurable-reasons";
import type { ReportedMeasurement, ScoredAnswer } from "@/scoring/pipeline/scored-answer";

type Valued = Extract<ReportedMeasurement, { value: number }>;
type Missing = Extract<ReportedMeasurement, { value: null }>;

/** A value with its norm, or null with the reason why it was not measured, as a code and in words. */
export type MeasurementJson = Valued | (Missing & { readonly text: string });

/** Reasons that only a report knows: an accommodation is not shown, untrusted words are. */
const REPORT_REASONS: Readonly<Record<string, string>> = {
  not_reported: "not reported for this answer",
  poor_recognition: "the words were not understood well enough",
  transcript_mismatch: "the times of the transcript's words could not be found",
};
const REASONS: Readonly<Record<string, string>> = { ...REPORT_REASONS, ...UNMEASURABLE_REASONS };

const VALUE_DECIMALS = 10_000;

/** Measurements as they are reported, values with at most four decimals. */
export function serializeMeasurements(
  measurements: ScoredAnswer["measurements"],
): Readonly<Record<string, MeasurementJson>> {
  const entries = Object.entries(measurements).map(([name, measurement]): [string, MeasurementJson] => [
    name,
    measurement.value === null
      ? { ...measurement, text: REASONS[measurement.reason] ?? measurement.reason }
      : { ...measurement, value: Math.round(measurement.value * VALUE_DECIMALS) / VALUE_DECIMALS },
  ]);
  return Object.fromEntries(entries);
}
