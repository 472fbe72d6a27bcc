import { Gauge } from "prom-client";
import { answerWithin } from "@/lib/health/answer-within";
import { countDeliveries } from "@/lib/jobs/count-deliveries";
import { countLiveAnswers } from "@/lib/jobs/count-live-answers";
import { countRuns } from "@/lib/jobs/dead-runs";
import { findLastProof } from "@/lib/jobs/prove-ledger";
import { logger } from "@/lib/log/logger";
import { metricsRegistry } from "@/lib/metrics/registry";

/** Who scrapes gives up after ten seconds as a rule, and then has not even the figures that are there. */
const READ_TIMEOUT_MS = 3_000;

/**
 * Brings the gauges of the queue, the webhooks, the calls and the ledger up to date, for somebody who asks. A part that cannot be read
 * (the database is away) is left without a value and counted; the others are told all the same.
 */
export async function collectState(): Promise<void> {
  const outcomes = await Promise.allSettled([collectRuns(), collectDeliveries(), collectLiveAnswers()]);
  const failed = outcomes.filter((outcome) => outcome.status === "rejected");
  for (const { reason } of failed) logger().warn({ err: reason }, "metrics: a part was not read");
  gauge("earshot_scrape_failures", "Parts of this answer that could not be read.").set(failed.length);
  const proof = findLastProof();
  if (!proof) return;
  const mismatches = "Accounts that disagreed with their ledger when it was last proved.";
  gauge("earshot_credit_mismatches", mismatches).set(proof.mismatches.length);
  const provedAt = gauge("earshot_credit_proof_timestamp_seconds", "When the ledger was last proved.");
  provedAt.set(proof.provedAt.getTime() / 1_000);
}

async function collectRuns(): Promise<void> {
  const runs = gauge("earshot_runs", "Runs that wait, hold a place, or are dead.", ["state"]);
  const oldest = gauge("earshot_queue_oldest_seconds", "How long the oldest waiting run waits; 0 when none does.");
  runs.reset();
  oldest.remove();
  const { waiting, dispatched, dead, oldestWaitingSince } = await answerWithin(READ_TIMEOUT_MS, countRuns());
  for (const [state, count] of Object.entries({ waiting, dispatched, dead })) runs.set({ state }, count);
  oldest.set(oldestWaitingSince === null ? 0 : (Date.now() - oldestWaitingSince.getTime()) / 1_000);
}

async function collectDeliveries(): Promise<void> {
  const pending = gauge("earshot_webhook_deliveries_pending", "Webhook deliveries on their way.");
  const lag = gauge("earshot_webhook_lag_seconds", "How long the most overdue delivery is due; 0 when none is.");
  for (const each of [pending, lag]) each.remove();
  const deliveries = await answerWithin(READ_TIMEOUT_MS, countDeliveries());
  pending.set(deliveries.pending);
  lag.set(deliveries.lagSeconds);
}

async function collectLiveAnswers(): Promise<void> {
  const live = gauge("earshot_live_answers", "Calls heard of within two minutes: open, and followed by a worker.", [
    "state",
  ]);
  live.reset();
  const { open, followed } = await answerWithin(READ_TIMEOUT_MS, countLiveAnswers());
  live.set({ state: "open" }, open);
  live.set({ state: "followed" }, followed);
}

function gauge(name: string, help: string, labelNames: string[] = []): Gauge {
  const registry = metricsRegistry();
  // The registry gives back what was made under this name below.
  const known = registry.getSingleMetric(name) as Gauge | undefined;
  return known ?? new Gauge({ name, help, labelNames, registers: [registry] });
}
