import type { PgBoss } from "pg-boss";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import { withSystem } from "@/lib/db/with-system";
import { fetchAnswerJob } from "@/lib/jobs/fetch-answer-job";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";
import { logger } from "@/lib/log/logger";
import { dispatchRuns, redispatchRun } from "@/lib/scoring-runs/dispatch-mutations";

/** A job that was just sent or just ended may not be seen yet. */
const SETTLED_MS = 60_000;
/** Runs that one round looks at; the next round takes the rest. */
const ROUND = 500;

/**
 * Finds runs that hold a place without a job that would end them (a queue that was emptied by hand, a restored backup)
 * and hands them to the workers again; and gives places to runs that wait although some are free.
 *
 * @returns how many runs were handed out again
 */
export async function recoverRuns(boss: PgBoss): Promise<number> {
  const settled = new Date(Date.now() - SETTLED_MS);
  const { held, waiting } = await withSystem(async ({ scoringRun }) => ({
    held: await scoringRun.findMany({
      where: { state: "dispatched", dispatchedAt: { lt: settled } },
      select: { id: true, organizationId: true, jobId: true },
      orderBy: { dispatchedAt: "asc" },
      take: ROUND,
    }),
    waiting: await scoringRun.findMany({
      where: { state: "waiting", createdAt: { lt: settled } },
      select: { organizationId: true },
      distinct: ["organizationId"],
      take: ROUND,
    }),
  }));
  let recovered = 0;
  for (const { id, organizationId, jobId } of held) {
    if (jobId !== null && (await isAlive(boss, jobId))) continue;
    const again = await redispatchRun(mintOrganizationScope(organizationId), boss, id);
    if (again) recovered++;
    logger().warn({ run_id: id, job_id: jobId, again }, "run without a job");
  }
  for (const { organizationId } of waiting) await dispatchRuns(mintOrganizationScope(organizationId), boss);
  return recovered;
}

/** A failed job is on its way through the dead-letter queue, which ends its run. */
async function isAlive(boss: PgBoss, jobId: string): Promise<boolean> {
  for (const { name } of [scoreAnswerJob, fetchAnswerJob]) {
    const [job] = await boss.findJobs(name, { id: jobId });
    if (job !== undefined) return job.state !== "completed" && job.state !== "cancelled";
  }
  return false;
}
