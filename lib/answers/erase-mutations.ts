import { type HeldAnswer, holdAnswer } from "@/lib/answers/hold-mutations";
import { eraseSource, eraseUploadOf, giveBackSource } from "@/lib/answers/source-mutations";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { forgetResource } from "@/lib/idempotency/idempotency-records";
import { sender } from "@/lib/jobs/enqueue";
import { eraseOrphanedArtifacts } from "@/lib/assessments/artifact-mutations";
import { endRunsOfAnswer } from "@/lib/scoring-runs/mutations";
import type { ObjectStore } from "@/lib/storage/object-store";

/**
 * Erases an answer: its results, transcript, artifacts, and its recording unless another answer has the same content.
 * Erasing what is not there is no error.
 */
export async function eraseAnswer(
  scope: OrganizationScope,
  store: ObjectStore,
  actor: Actor,
  answerId: string,
  action: "answer.erased" | "answer.refused",
): Promise<void> {
  const boss = await sender();
  await withOrganization(scope, async (transaction) => {
    const answer = await holdAnswer(transaction, scope, answerId);
    if (!answer) return;
    await endRunsOfAnswer(transaction, scope, boss, answerId);
    await eraseRows(transaction, scope, answer);
    if (action === "answer.erased") {
      const ids = answer.assessments.flatMap(({ id, overrides }) => [id, ...overrides.map((each) => each.id)]);
      await forgetResource(transaction, scope, ids);
    }
    const assessments = answer.assessments.map(({ id }) => id).join(" ");
    await recordAudit(transaction, scope, actor, {
      ...{ action, subjectType: "answer" as const, subjectId: answerId },
      data: { assessments },
    });
    if (action === "answer.erased") await eraseSource(transaction, scope, store, answer);
    else {
      await giveBackSource(transaction, scope, answer);
      await eraseUploadOf(scope, store, answer);
    }
    await eraseRecordingOf(transaction, scope, store, answer);
  });
}

async function eraseRows(
  transaction: Transaction,
  scope: OrganizationScope,
  { id, assessments }: HeldAnswer,
): Promise<void> {
  await transaction.answer.delete({ where: { id } });
  const inputHashes = assessments.flatMap(({ inputHash }) => inputHash ?? []);
  await eraseOrphanedArtifacts(transaction, scope, inputHashes);
}

async function eraseRecordingOf(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  store: ObjectStore,
  { recording }: HeldAnswer,
): Promise<void> {
  if (!recording) return;
  const others = await transaction.answer.count({ where: { organizationId, recordingId: recording.id } });
  if (others > 0) return;
  await transaction.recording.delete({ where: { id: recording.id } });
  await store.delete(recording.storageKey);
}
