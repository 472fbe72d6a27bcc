import type { Job, PgBoss } from "pg-boss";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import { deadLetterName, type JobDefinition, type JobHandler } from "@/lib/jobs/define-job";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { logger } from "@/lib/log/logger";
import { observeJob } from "@/lib/metrics/instruments";

/** While the database wakes workers, looking for work is only the floor under that. */
const NOTIFIED_POLL_SECONDS = 1;

/**
 * Takes jobs of one kind, `concurrency` at a time, until the queue is stopped.
 *
 * @param groupConcurrency at most so many of one group at a time
 */
export async function workJob<Payload extends { organizationId: string }>(
  boss: PgBoss,
  definition: JobDefinition<Payload>,
  handler: JobHandler<NoInfer<Payload>>,
  concurrency: number,
  groupConcurrency?: number,
): Promise<void> {
  const { name } = definition;
  const polling = { batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: NOTIFIED_POLL_SECONDS };
  const grouped = { localConcurrency: concurrency, localGroupConcurrency: groupConcurrency };
  const places = groupConcurrency === undefined ? Array.from({ length: concurrency }, () => ({})) : [grouped];
  for (const place of places) {
    let id = "";
    id = await boss.work<unknown>(name, { ...polling, ...place }, async ([job]) => {
      try {
        return job && (await runJob(definition, handler, job));
      } finally {
        // It looks again at once: after a short job, the others would wait until the next poll. Of grouped places the
        // first one alone has this id; a full queue of theirs waits for a client's server and not for a poll.
        boss.notifyWorker(id);
      }
    });
  }
  await boss.work<unknown>(deadLetterName(name), polling, async ([job]) => {
    if (job) await handler.giveUp(toWork(definition, job.data, {}));
  });
}

/** @throws whatever broke off: the queue tries the job again */
async function runJob<Payload extends { organizationId: string }>(
  definition: JobDefinition<Payload>,
  handler: JobHandler<Payload>,
  job: Job<unknown>,
): Promise<JobOutcome> {
  const { name } = definition;
  const startedAt = performance.now();
  const event: Record<string, unknown> = { job: name, job_id: job.id };
  const end = (outcome: string): void => {
    const durationMs = performance.now() - startedAt;
    Object.assign(event, { code: outcome, duration_ms: Math.round(durationMs) });
    observeJob(name, outcome, durationMs / 1_000);
  };
  try {
    const work = toWork(definition, job.data, event);
    const outcome = await handler.handle(work);
    end(outcome.ok ? "ok" : outcome.code);
    logger().info({ ...event, payload: work.payload }, "job");
    return outcome;
  } catch (error) {
    end("broke_off");
    logger().error({ ...event, err: error }, "job broke off; it is tried again");
    throw error;
  }
}

function toWork<Payload extends { organizationId: string }>(
  definition: JobDefinition<Payload>,
  data: unknown,
  event: Record<string, unknown>,
) {
  const payload = definition.payload.parse(data);
  return { scope: mintOrganizationScope(payload.organizationId), payload, event };
}
