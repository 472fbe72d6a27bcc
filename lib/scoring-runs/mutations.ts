import type { PgBoss } from "pg-boss";
import {
  type CreditedRun,
  requireCredits,
  reserveCredits,
  settleCredits,
  tellOfLowCredits,
} from "@/lib/credits/mutations";
import { createId } from "@/lib/db/ids";
import type { Prisma } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { EarshotError } from "@/lib/errors/error-codes";
import { enqueue } from "@/lib/jobs/enqueue";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { OUTCOME_CHANNEL } from "@/lib/jobs/outcome-channel";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";
import type { QueuePlace } from "@/lib/scoring-runs/data";
import { dispatchWaiting, lockQueue, queueLock } from "@/lib/scoring-runs/dispatch-mutations";

export interface NewRun {
  readonly assessmentId: string;
  readonly livemode: boolean;
  /** Hundredths of a credit to reserve; 0 = free. */
  readonly cost: number;
  /** No worker takes it up sooner than this from now. */
  readonly delaySeconds?: number;
}

/** A run in the queue. */
export interface QueuedRun {
  /** For waiting on its outcome. */
  readonly runId: string;
  readonly place: QueuePlace;
}

/**
 * Puts an assessment in its organization's queue, in the transaction that writes what is to be scored: it gets a place
 * at once where one is free, else it waits in the order of arrival.
 *
 * @throws EarshotError `insufficient_credits`; `conflict` where the assessment has an open run already
 */
export async function queueRun(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  run: NewRun,
): Promise<QueuedRun> {
  const runId = await addRun(transaction, scope, run);
  const { active, waiting } = await dispatchWaiting(transaction, scope, boss);
  // It came last: whatever waits is before it, and it.
  return { runId, place: { activeRuns: active, position: waiting === 0 ? null : waiting } };
}

/**
 * Takes the queue's lock, so that the order of numbers is the order of arrival, and adds a run.
 *
 * @throws EarshotError `insufficient_credits`; `conflict` where the assessment has an open run already
 */
async function addRun(
  transaction: Transaction,
  scope: OrganizationScope,
  { assessmentId, livemode, cost, delaySeconds = 0 }: NewRun,
): Promise<string> {
  const { organizationId } = scope;
  const id = createId("run");
  const notBefore = delaySeconds > 0 ? new Date(Date.now() + delaySeconds * 1_000) : null;
  // Its number is drawn once the lock is held: that row comes first.
  const added = await transaction.$executeRaw`
    with held as materialized (select ${queueLock(scope)})
    insert into scoring_runs (id, organization_id, assessment_id, livemode, reserved, not_before)
    select ${id}, ${organizationId}, ${assessmentId}, ${livemode}, ${cost}::int, ${notBefore}::timestamptz from held
    on conflict (organization_id, assessment_id) where state in ('waiting', 'dispatched') do nothing`;
  if (added === 0) throw new EarshotError("conflict", "This answer is being scored. Try again once it is done.");
  await reserveCredits(transaction, scope, { runId: id, assessmentId }, cost);
  return id;
}

/**
 * Queues many at once, in their order. `write` writes what one run is about, once its credits are known to suffice; what
 * it or they refuse is that one's outcome, and the others go on.
 *
 * @returns for each, the assessment's id or why it was refused
 */
export async function queueRuns<Item>(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  items: readonly Item[],
  options: {
    readonly livemode: boolean;
    readonly cost: number;
    write(item: Item): Promise<{ readonly assessmentId: string }>;
  },
): Promise<({ readonly assessmentId: string } | EarshotError)[]> {
  const { livemode, cost } = options;
  await lockQueue(transaction, scope);
  const outcomes: ({ readonly assessmentId: string } | EarshotError)[] = [];
  for (const item of items) {
    try {
      await requireCredits(transaction, scope, cost);
      const { assessmentId } = await options.write(item);
      await addRun(transaction, scope, { assessmentId, livemode, cost });
      outcomes.push({ assessmentId });
    } catch (error) {
      if (!(error instanceof EarshotError)) throw error;
      outcomes.push(error);
    }
  }
  await dispatchWaiting(transaction, scope, boss);
  return outcomes;
}

/**
 * Hands a run whose recording is here now to the scoring, under the place that it holds.
 *
 * @returns false where it has ended meanwhile
 */
export async function handRunOn(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  runId: string,
): Promise<boolean> {
  const { organizationId } = scope;
  if (!(await holdDispatchedRun(transaction, scope, runId))) return false;
  const jobId = await enqueue(boss, transaction, scoreAnswerJob, { organizationId, runId });
  await transaction.scoringRun.update({ where: { id: runId }, data: { jobId }, select: { id: true } });
  return true;
}

/** Holds the row of a run that is being worked on, until the transaction ends; false where it has ended. */
export async function holdDispatchedRun(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  runId: string,
): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    select 1 from scoring_runs
    where organization_id = ${organizationId} and id = ${runId} and state = 'dispatched' for update`;
  return rows.length > 0;
}

/** How a run ended. */
export interface RunEnd {
  readonly state: "finished" | "canceled" | "dead";
  /** Hundredths of a credit that it costs; the rest of what was reserved is free again. */
  readonly charged: number;
  /** What whoever waits is told. */
  readonly outcome: JobOutcome;
  /** What broke off, for a person to see. */
  readonly fault?: string;
}

/**
 * Ends a run: settles its credits, gives its place to the next one that waits, and keeps the outcome. In the transaction
 * that writes what the run found, so that a worker killed in between has done neither; as its last step, because the
 * organization's queue is held from here on.
 *
 * @returns false where the run had ended before: nothing is written then
 */
export async function endRun(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  runId: string,
  end: RunEnd,
): Promise<boolean> {
  const { organizationId } = scope;
  const [run] = await transaction.$queryRaw<(CreditedRun & { readonly reserved: number })[]>`
    update scoring_runs set state = ${end.state}::scoring_run_state, charged = ${end.charged}, finished_at = clock_timestamp(),
      fault = ${end.fault ?? null}, outcome = ${end.outcome satisfies Prisma.InputJsonValue}::jsonb
    where organization_id = ${organizationId} and id = ${runId} and state in ('waiting', 'dispatched')
    returning id as "runId", assessment_id as "assessmentId", reserved`;
  if (!run) return false;
  // Sent when this transaction is committed, and only then.
  await transaction.$queryRaw`select pg_notify(${OUTCOME_CHANNEL}, ${runId})::text`;
  await lockQueue(transaction, scope);
  await settleCredits(transaction, scope, run, { reserved: run.reserved, charged: end.charged });
  await tellOfLowCredits(transaction, scope, boss, end.charged);
  await dispatchWaiting(transaction, scope, boss);
  return true;
}

/**
 * Cancels an assessment's open run if no worker has begun it, in the transaction that marks the assessment.
 *
 * @returns "canceled", "begun" where it is too late, or null where there is no open run
 */
export async function cancelRun(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  assessmentId: string,
): Promise<"canceled" | "begun" | null> {
  const { organizationId } = scope;
  await lockQueue(transaction, scope);
  const run = await transaction.scoringRun.findFirst({
    where: { organizationId, assessmentId, state: { in: ["waiting", "dispatched"] } },
  });
  if (!run) return null;
  // A row that a worker holds is one that is being ended: never waited for while the queue is locked.
  const [free] = await transaction.$queryRaw<{ attempts: number }[]>`
    select attempts from scoring_runs where id = ${run.id} for update skip locked`;
  if (!free || free.attempts > 0) return "begun";
  const detail = "The run was canceled before it began.";
  const outcome = { ok: false as const, code: "conflict" as const, detail, errors: [] };
  await endRun(transaction, scope, boss, run.id, { state: "canceled", charged: 0, outcome });
  return "canceled";
}

/**
 * Ends the open runs of an answer, in the transaction that holds and erases it: what they reserved is free again, and their places
 * go on. A worker that has begun one finds it gone.
 *
 * @throws EarshotError `conflict` in the moment in which a worker ends one that was waiting just now
 */
export async function endRunsOfAnswer(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  answerId: string,
): Promise<void> {
  const { organizationId } = scope;
  await lockQueue(transaction, scope);
  const open = await transaction.scoringRun.findMany({
    where: { organizationId, assessment: { answerId }, state: { in: ["waiting", "dispatched"] } },
    select: { id: true },
    orderBy: { sequence: "asc" },
  });
  const held = await transaction.$queryRaw<{ id: string }[]>`
    select id from scoring_runs where organization_id = ${organizationId} and id = any(${open.map(({ id }) => id)})
    for update skip locked`;
  if (held.length < open.length) throw new EarshotError("conflict", "This answer is being scored. Try again at once.");
  const outcome = { ok: false as const, code: "not_found" as const, detail: "The answer was erased.", errors: [] };
  for (const { id } of open) await endRun(transaction, scope, boss, id, { state: "canceled", charged: 0, outcome });
}
