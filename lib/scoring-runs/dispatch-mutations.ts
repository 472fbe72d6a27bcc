import type { PgBoss } from "pg-boss";
import { environment } from "@/lib/config/environment";
import { Prisma } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { enqueue } from "@/lib/jobs/enqueue";
import { fetchAnswerJob } from "@/lib/jobs/fetch-answer-job";
import { LIVE_ANSWER_CHANNEL } from "@/lib/jobs/live-answer-channel";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";
import { HAND_OVER_SECONDS } from "@/lib/live-answers/constants";

/**
 * One organization's queue changes in one transaction at a time. Locks are taken in one order, so that nobody waits in a
 * circle: a live answer's row, rows of dispatched runs, a recording, an answer's row, this, the credit account, rows of
 * waiting runs.
 */
export async function lockQueue(transaction: Transaction, scope: OrganizationScope): Promise<void> {
  await transaction.$queryRaw`select ${queueLock(scope)}`;
}

/** The same as an expression, for a statement that goes on to write. */
export function queueLock({ organizationId }: OrganizationScope): Prisma.Sql {
  return Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`scoring_runs/${organizationId}`}, 0))::text`;
}

/** An organization's open runs, after places were given. */
export interface OpenRuns {
  /** Hold a place. */
  readonly active: number;
  readonly waiting: number;
}

interface RunToDispatch {
  readonly id: string;
  readonly fetches: boolean;
  readonly afterSeconds: number;
  /** The live answer that it is of, where a worker follows that. */
  readonly followed: string | null;
}

/** One row at least: without a run, it says how many there are. */
type Row = OpenRuns & (RunToDispatch | { readonly id: null });

/**
 * Under the queue's lock: hands waiting runs to the workers until all places are taken. Places are counted, not
 * remembered, so that no crash can leave a wrong number behind.
 */
export async function dispatchWaiting(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  boss: PgBoss,
): Promise<OpenRuns> {
  const rows = await readWaiting(transaction, organizationId);
  const next = rows.filter((row) => row.id !== null);
  for (const { id, fetches, afterSeconds, followed } of next) {
    const job = fetches ? fetchAnswerJob : scoreAnswerJob;
    // Its follower takes it up at once; the job is for the case that it dies.
    const delay = { afterSeconds: followed === null ? afterSeconds : HAND_OVER_SECONDS };
    const jobId = await enqueue(boss, transaction, job, { organizationId, runId: id }, delay);
    if (followed !== null) await transaction.$queryRaw`select pg_notify(${LIVE_ANSWER_CHANNEL}, ${followed})::text`;
    await transaction.$executeRaw`
      update scoring_runs set state = 'dispatched', job_id = ${jobId}, dispatched_at = clock_timestamp()
      where organization_id = ${organizationId} and id = ${id}`;
  }
  const { active, waiting } = rows[0] ?? { active: 0, waiting: 0 };
  return { active: active + next.length, waiting: waiting - next.length };
}

function readWaiting(transaction: Transaction, organizationId: string): Promise<Row[]> {
  const places = environment().ORGANIZATION_CONCURRENCY;
  return transaction.$queryRaw<Row[]>`
    with open as (
      select count(*) filter (where state = 'dispatched')::int as active,
        count(*) filter (where state = 'waiting')::int as waiting
      from scoring_runs where organization_id = ${organizationId} and state in ('waiting', 'dispatched')
    )
    select open.active, open.waiting, next.* from open left join lateral (
      select run.id, answer.recording_id is null as fetches,
        coalesce(ceil(extract(epoch from run.not_before - now())), 0)::int as "afterSeconds",
        (select live.id from live_answers live
         where live.organization_id = answer.organization_id and live.id = answer.source_live_answer_id
           and live.lease_until > now()) as followed
      from scoring_runs run
      join assessments assessment
        on assessment.organization_id = run.organization_id and assessment.id = run.assessment_id
      join answers answer on answer.organization_id = run.organization_id and answer.id = assessment.answer_id
      where run.organization_id = ${organizationId} and run.state = 'waiting'
      order by run.sequence
      limit greatest(0,
        coalesce((select concurrency from organizations where id = ${organizationId}), ${places}::int) - open.active)
    ) next on true`;
}

/**
 * Hands a dispatched run to the workers again, whose job is gone.
 *
 * @returns false where the run has ended meanwhile
 */
export async function redispatchRun(scope: OrganizationScope, boss: PgBoss, runId: string): Promise<boolean> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    await transaction.$queryRaw`
      select 1 from scoring_runs
      where organization_id = ${organizationId} and id = ${runId} and state = 'dispatched' for update`;
    await lockQueue(transaction, scope);
    const { count } = await transaction.scoringRun.updateMany({
      where: { id: runId, organizationId, state: "dispatched" },
      data: { state: "waiting", jobId: null, dispatchedAt: null },
    });
    if (count > 0) await dispatchWaiting(transaction, scope, boss);
    return count > 0;
  });
}

/** Gives free places to waiting runs; for after a limit was raised. */
export async function dispatchRuns(scope: OrganizationScope, boss: PgBoss): Promise<void> {
  return withOrganization(scope, async (transaction) => {
    await lockQueue(transaction, scope);
    await dispatchWaiting(transaction, scope, boss);
  });
}
