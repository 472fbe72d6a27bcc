import { Counter, Histogram } from "prom-client";
import { metricsRegistry } from "@/lib/metrics/registry";

/** From a read by id to an upload over a slow line. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** From a roll-up to fifteen minutes that are aligned. */
const STAGE_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
/** Seconds of work a second of sound. */
const REAL_TIME_FACTORS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1];

// prom-client refuses a name twice, and bundlers may load this file twice: what is there is taken.
function histogram<Label extends string>(name: string, help: string, labelNames: readonly Label[], buckets: number[]) {
  const registry = metricsRegistry();
  const known = registry.getSingleMetric(name);
  // The registry gives back what was made under this name below.
  if (known) return known as Histogram<Label>;
  return new Histogram({ name, help, labelNames, buckets, registers: [registry] });
}

function counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]) {
  const registry = metricsRegistry();
  const known = registry.getSingleMetric(name);
  // As above.
  if (known) return known as Counter<Label>;
  return new Counter({ name, help, labelNames, registers: [registry] });
}

/** An answered request. @param route the address as it is declared, never with an id in it */
export function observeRequest(
  { route, method, status }: { readonly route: string; readonly method: string; readonly status: number },
  seconds: number,
): void {
  counter("earshot_http_requests_total", "Answered requests.", ["route", "method", "status"]).inc({
    ...{ route, method, status: String(status) },
  });
  histogram("earshot_http_request_seconds", "Time to answer a request.", ["route", "method"], REQUEST_SECONDS).observe(
    { route, method },
    seconds,
  );
}

/** A job that ended: "ok", the code of an expected failure, or "broke_off". */
export function observeJob(job: string, outcome: string, seconds: number): void {
  counter("earshot_jobs_total", "Ended jobs by how they ended.", ["job", "outcome"]).inc({ job, outcome });
  histogram("earshot_job_seconds", "Time that a job took.", ["job"], STAGE_SECONDS).observe({ job }, seconds);
}

/**
 * A scored run: its stages, and how much work a second of its sound was.
 *
 * @param timingsMs by stage: queued, decode, acoustics, words, features, score, total
 */
export function observeRun(timingsMs: Readonly<Record<string, number>>, soundMs: number): void {
  const stages = histogram("earshot_run_stage_seconds", "Time of one stage of a run.", ["stage"], STAGE_SECONDS);
  for (const [stage, milliseconds] of Object.entries(timingsMs)) stages.observe({ stage }, milliseconds / 1_000);
  const { total } = timingsMs;
  if (total === undefined || soundMs <= 0) return;
  const help = "Seconds of work a second of sound.";
  histogram("earshot_run_real_time_factor", help, [], REAL_TIME_FACTORS).observe(total / soundMs);
}
