import type { Score } from "./answer-data";
import { formatValue } from "./format-evidence";
import { MEASUREMENT_LABELS } from "./measurement-labels";

/** Everything that was measured, with its norm; also there when nothing could be scored. */
export function MeasurementsTable({ measurements }: Readonly<{ measurements: Score["measurements"] }>) {
  return (
    <section aria-labelledby="measurements-title" className="rounded-md border border-line bg-surface px-3 py-2.5">
      <h2 id="measurements-title" className="text-base font-semibold">
        Measurements
      </h2>
      <dl className="mt-1 grid gap-x-6 sm:grid-cols-2 2xl:grid-cols-3">
        {Object.entries(measurements).map(([name, measurement]) => (
          <div key={name} className="flex justify-between gap-3 border-t border-line py-1">
            <dt className="shrink-0 text-muted">{MEASUREMENT_LABELS[name] ?? name.replaceAll("_", " ")}</dt>
            <dd className="text-right">
              {measurement.value === null ? (
                <span className="text-muted">not measured: {measurement.text}</span>
              ) : (
                <>
                  {formatValue(measurement.value, measurement.unit)}
                  {measurement.norm && (
                    <span className="text-muted"> · usual {Number(measurement.norm.mean.toPrecision(3))}</span>
                  )}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
