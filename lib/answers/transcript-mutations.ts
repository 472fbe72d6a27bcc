import type { PgBoss } from "pg-boss";
import type { SuppliedTranscript } from "@/lib/answers/read-transcript";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { queueRun } from "@/lib/scoring-runs/mutations";

/**
 * Lays a later transcript beside the one in force and queues the scoring that will check it.
 *
 * @returns the run's id
 * @throws EarshotError `not_found`; `conflict` while the first run is under way or after it failed
 */
export async function proposeTranscript(
  scope: OrganizationScope,
  boss: PgBoss,
  actor: Actor,
  assessmentId: string,
  transcript: SuppliedTranscript,
): Promise<string> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    const assessment = await transaction.assessment.findFirst({ where: { id: assessmentId, organizationId } });
    if (!assessment) throw new EarshotError("not_found", "There is no result with this id.");
    if (assessment.completedAt === null) {
      throw new EarshotError("conflict", "This answer is being scored. Send the transcript once it is done.");
    }
    if (assessment.result === null) {
      throw new EarshotError("conflict", "This run failed and its recording is erased. Send the recording again.");
    }
    await transaction.answer.update({
      where: { id: assessment.answerId },
      data: { pendingTranscriptText: transcript.text, pendingTranscriptFormat: transcript.format ?? null },
    });
    await recordAudit(transaction, scope, actor, {
      action: "transcript.sent",
      subjectType: "assessment",
      subjectId: assessmentId,
      data: { format: transcript.format ?? null, answer_id: assessment.answerId },
    });
    const { livemode } = assessment;
    return (await queueRun(transaction, scope, boss, { assessmentId, livemode, cost: 0 })).runId;
  });
}

/** A later transcript that does not fit is dropped; the one before it stays in force. */
export async function dropPendingTranscript(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  answerId: string,
): Promise<void> {
  await transaction.answer.updateMany({
    where: { id: answerId, organizationId },
    data: { pendingTranscriptText: null, pendingTranscriptFormat: null },
  });
}
