import { collectDefaultMetrics, Registry } from "prom-client";

// Bundlers may load this file more than once in a process; what it counts must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotMetrics?: Registry };

/** The metrics of this process: its own counts, and what prom-client knows of every Node process. */
export function metricsRegistry(): Registry {
  if (!shared.earshotMetrics) {
    shared.earshotMetrics = new Registry();
    collectDefaultMetrics({ register: shared.earshotMetrics });
  }
  return shared.earshotMetrics;
}
