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
  const [place] = await withOrganization(
    scope,
    (transaction) => transaction.$queryRaw<QueuePlace[]>`
      select count(*) filter (where run.state = 'dispatched')::int as "activeRuns",
        nullif(count(*) filter (where run.state = 'waiting' and run.sequence <= own.sequence), 0)::int as position
      from scoring_runs run
      left join scoring_runs own
        on own.organization_id = ${organizationId} and own.assessment_id = ${assessmentId} and own.state = 'waiting'
      where run.organization_id = ${organizationId} and run.state in ('waiting', 'dispatched')`,
  );
  return place ?? { position: null, activeRuns: 0 };
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
