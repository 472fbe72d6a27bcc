import type { PgBoss } from "pg-boss";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import { deadLetterName, type JobDefinition, type JobHandler } from "@/lib/jobs/define-job";
import { logger } from "@/lib/log/logger";
import { observeJob } from "@/lib/metrics/instruments";

/** While the database wakes workers, looking for work is only the floor under that. */
const NOTIFIED_POLL_SECONDS = 1;

/** Takes jobs of one kind, `concurrency` at a time and `groupConcurrency` of one group, until the queue is stopped. */
export async function workJob<Payload extends { organizationId: string }>(
  boss: PgBoss,
  definition: JobDefinition<Payload>,
  handler: JobHandler<NoInfer<Payload>>,
  concurrency: number,
  groupConcurrency = concurrency,
): Promise<void> {
  const { name } = definition;
  const polling = { batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: NOTIFIED_POLL_SECONDS };
  const places = { localConcurrency: concurrency, localGroupConcurrency: groupConcurrency };
  await boss.work<unknown>(definition.name, { ...polling, ...places }, async ([job]) => {
    if (!job) return undefined;
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
  });
  await boss.work<unknown>(deadLetterName(definition.name), polling, async ([job]) => {
    if (job) await handler.giveUp(toWork(definition, job.data, {}));
  });
}

function toWork<Payload extends { organizationId: string }>(
  definition: JobDefinition<Payload>,
  data: unknown,
  event: Record<string, unknown>,
) {
  const payload = definition.payload.parse(data);
  return { scope: mintOrganizationScope(payload.organizationId), payload, event };
}
