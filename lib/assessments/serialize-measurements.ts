import type { ReportedMeasurement, ScoredAnswer } from "@/scoring/pipeline/scored-answer";

/** A value with its norm, or null with the reason why it was not measured. */
export type MeasurementJson = ReportedMeasurement;

const VALUE_DECIMALS = 10_000;

/** Measurements as they are reported, values with at most four decimals. */
export function serializeMeasurements(
  measurements: ScoredAnswer["measurements"],
): Readonly<Record<string, MeasurementJson>> {
  const entries = Object.entries(measurements).map(([name, measurement]): [string, MeasurementJson] => [
    name,
    measurement.value === null
      ? measurement
      : { ...measurement, value: Math.round(measurement.value * VALUE_DECIMALS) / VALUE_DECIMALS },
  ]);
  return Object.fromEntries(entries);
}
