import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { jobOutcomeSchema, type JobOutcome } from "@/lib/jobs/job-outcome";

export interface QueuePlace {
  /** Runs of the organization that wait, this one included, counted up to it; null when it does not wait. */
  readonly position: number | null;
  /** Runs of the organization that hold a place. */
  readonly activeRuns: number;
}

/** Where an assessment's open run stands among the organization's own. */
export async function getQueuePlace(scope: OrganizationScope, assessmentId: string): Promise<QueuePlace> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    const activeRuns = await transaction.scoringRun.count({ where: { organizationId, state: "dispatched" } });
    const waiting = await transaction.scoringRun.findFirst({
      where: { organizationId, assessmentId, state: "waiting" },
      select: { sequence: true },
    });
    if (!waiting) return { position: null, activeRuns };
    const position = await transaction.scoringRun.count({
      where: { organizationId, state: "waiting", sequence: { lte: waiting.sequence } },
    });
    return { position, activeRuns };
  });
}

/** How a run ended; null while it is open. A run that was erased with its answer counts as ended. */
export async function findRunOutcome(scope: OrganizationScope, runId: string): Promise<JobOutcome | null> {
  const run = await withOrganization(scope, (transaction) =>
    transaction.scoringRun.findFirst({
      where: { id: runId, organizationId: scope.organizationId },
      select: { outcome: true, finishedAt: true },
    }),
  );
  if (!run) return { ok: false, code: "not_found", detail: "The answer was erased.", errors: [] };
  return run.finishedAt === null ? null : jobOutcomeSchema.parse(run.outcome);
}
