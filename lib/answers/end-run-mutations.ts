import { holdAnswer } from "@/lib/answers/hold-mutations";
import { dropPendingTranscript } from "@/lib/answers/transcript-mutations";
import { eraseUnscoredBytes, forgetUnscored } from "@/lib/answers/unscored-mutations";
import { cancelAssessment, failAssessment, type Failure, type RunToDo } from "@/lib/assessments/mutations";
import type { Identity } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { endRun } from "@/lib/scoring-runs/mutations";
import type { ObjectStore } from "@/lib/storage/object-store";
import { openStore } from "@/lib/storage/open-store";

/**
 * Ends a run that found nothing, free. On a first run the assessment says why, and what was sent for it goes; where the
 * fault was ours (a dead run), that is kept for a while, so that a person can have it tried again (lib/jobs/dead-runs.ts).
 * A later run leaves what was there before. A run that ended meanwhile leaves everything as it is.
 */
export async function endRunWithout(
  scope: OrganizationScope,
  { id: runId, assessmentId, assessment: { answerId } }: RunToDo,
  failure: Failure,
): Promise<void> {
  const [boss, store] = [await sender(), openStore()];
  const forgotten = await withOrganization(scope, async (transaction) => {
    const answer = await holdAnswer(transaction, scope, answerId);
    if (!answer || !(await isDispatchedHere(transaction, scope, runId))) return null;
    const isFirst = await failAssessment(transaction, scope, boss, assessmentId, failure.outcome);
    const forgets = isFirst && failure.state !== "dead";
    if (forgets) await forgetUnscored(transaction, scope, answer);
    if (!isFirst) await dropPendingTranscript(transaction, scope, answerId);
    await endRun(transaction, scope, boss, runId, { ...failure, charged: 0 });
    return forgets ? answer : null;
  });
  if (forgotten) await eraseUnscoredBytes(scope, store, forgotten);
}

/**
 * Ends a run that the input is to blame for, and says how it ended. Faults of ours are thrown on.
 *
 * @throws whatever is no EarshotError
 */
export async function endRefusedRun(
  scope: OrganizationScope,
  run: RunToDo,
  error: unknown,
): Promise<JobOutcome & { readonly ok: false }> {
  if (!(error instanceof EarshotError)) throw error;
  const { code, detail, errors } = error;
  const outcome = { ok: false as const, code, detail, errors: [...errors] };
  await endRunWithout(scope, run, { state: "finished", outcome });
  return outcome;
}

/** Whether a run whose row is held already is open. One that was handed out anew meanwhile is somebody else's: not waited for. */
async function isDispatchedHere(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  runId: string,
): Promise<boolean> {
  const held = await transaction.$queryRaw<unknown[]>`
    select 1 from scoring_runs where organization_id = ${organizationId} and id = ${runId} and state = 'dispatched'
    for update skip locked`;
  return held.length > 0;
}

/**
 * Cancels a queued run. What was sent for it is erased, the row stays. Canceling twice is no error.
 *
 * @throws EarshotError `not_found`, `conflict` once it is being scored or has ended
 */
export async function cancelAnswer(identity: Identity, store: ObjectStore, assessmentId: string): Promise<void> {
  const { scope } = identity;
  const boss = await sender();
  const where = { id: assessmentId, organizationId: scope.organizationId };
  const forgotten = await withOrganization(scope, async (transaction) => {
    const named = await transaction.assessment.findFirst({ where, select: { answerId: true } });
    const answer = named && (await holdAnswer(transaction, scope, named.answerId));
    const assessment = await transaction.assessment.findFirst({ where, select: { id: true, status: true } });
    if (!answer || !assessment) throw new EarshotError("not_found", "There is no result with this id.");
    // Again after one that died before it had erased all: there is no harm in it.
    if (assessment.status === "canceled") return answer;
    await forgetUnscored(transaction, scope, answer);
    await cancelAssessment(transaction, identity, boss, assessment);
    return answer;
  });
  await eraseUnscoredBytes(scope, store, forgotten);
}

/** Erases what a dead run was kept for: nobody has had it tried again. One that is not dead any more keeps everything. */
export async function forgetDeadRun(
  scope: OrganizationScope,
  store: ObjectStore,
  runId: string,
  answerId: string,
): Promise<void> {
  const { organizationId } = scope;
  const forgotten = await withOrganization(scope, async (transaction) => {
    const answer = await holdAnswer(transaction, scope, answerId);
    const { count } = await transaction.scoringRun.updateMany({
      where: { id: runId, organizationId, state: "dead" },
      data: { state: "finished" },
    });
    const failed = { organizationId, status: "failed" as const, runs: { some: { id: runId } } };
    // A later transcript that broke off leaves the result that was there before.
    if (!answer || count === 0 || (await transaction.assessment.count({ where: failed })) === 0) return null;
    await forgetUnscored(transaction, scope, answer);
    return answer;
  });
  if (forgotten) await eraseUnscoredBytes(scope, store, forgotten);
}
