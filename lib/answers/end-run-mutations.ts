import { holdAnswer } from "@/lib/answers/hold-mutations";
import { dropPendingTranscript } from "@/lib/answers/transcript-mutations";
import { eraseUnscoredBytes, forgetUnscored } from "@/lib/answers/unscored-mutations";
import { cancelAssessment, failAssessment, type Failure, type RunToDo } from "@/lib/assessments/mutations";
import type { Identity } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import { endRun, holdDispatchedRun } from "@/lib/scoring-runs/mutations";
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
  await withOrganization(scope, async (transaction) => {
    const answer = await holdAnswer(transaction, scope, answerId);
    if (!answer || !(await holdDispatchedRun(transaction, scope, runId))) return;
    const isFirst = await failAssessment(transaction, scope, boss, assessmentId, failure.outcome);
    const forgets = isFirst && failure.state !== "dead";
    if (forgets) await forgetUnscored(transaction, scope, answer);
    if (!isFirst) await dropPendingTranscript(transaction, scope, answerId);
    await endRun(transaction, scope, boss, runId, { ...failure, charged: 0 });
    if (forgets) await eraseUnscoredBytes(transaction, scope, store, answer);
  });
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
  await withOrganization(scope, async (transaction) => {
    const named = await transaction.assessment.findFirst({ where, select: { answerId: true } });
    const answer = named && (await holdAnswer(transaction, scope, named.answerId));
    const assessment = await transaction.assessment.findFirst({ where, select: { id: true, status: true } });
    if (!answer || !assessment) throw new EarshotError("not_found", "There is no result with this id.");
    if (assessment.status === "canceled") return;
    await forgetUnscored(transaction, scope, answer);
    await cancelAssessment(transaction, identity, boss, assessment);
    await eraseUnscoredBytes(transaction, scope, store, answer);
  });
}

/** Erases what a dead run was kept for: nobody has had it tried again. */
export async function forgetDeadAnswer(scope: OrganizationScope, store: ObjectStore, answerId: string): Promise<void> {
  await withOrganization(scope, async (transaction) => {
    const answer = await holdAnswer(transaction, scope, answerId);
    if (!answer) return;
    await forgetUnscored(transaction, scope, answer);
    await eraseUnscoredBytes(transaction, scope, store, answer);
  });
}
