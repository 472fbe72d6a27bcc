import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { forgetResource } from "@/lib/idempotency/idempotency-records";
import { sender } from "@/lib/jobs/enqueue";
import { eraseLiveAnswerOf, reopenLiveAnswer } from "@/lib/live-answers/mutations";
import { lockRecording, WITHOUT_RECORDING } from "@/lib/recordings/mutations";
import { endRunsOfAnswer } from "@/lib/scoring-runs/mutations";
import { type ObjectStore, partsFolder } from "@/lib/storage/object-store";

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
  const { organizationId } = scope;
  const boss = await sender();
  await withOrganization(scope, async (transaction) => {
    const answer = await transaction.answer.findFirst({
      where: { id: answerId, organizationId },
      include: {
        recording: true,
        assessments: { select: { id: true, inputHash: true, overrides: { select: { id: true } } } },
      },
    });
    if (!answer) return;
    if (answer.recording) await lockRecording(transaction, answer.recording.storageKey);
    await endRunsOfAnswer(transaction, scope, boss, answerId);
    await transaction.answer.delete({ where: { id: answerId } });
    if (action === "answer.erased") {
      const ids = answer.assessments.flatMap(({ id, overrides }) => [id, ...overrides.map((each) => each.id)]);
      await forgetResource(transaction, scope, ids);
    }
    await eraseOrphanedArtifacts(
      transaction,
      scope,
      answer.assessments.flatMap(({ inputHash }) => inputHash ?? []),
    );
    const assessments = answer.assessments.map(({ id }) => id).join(" ");
    await recordAudit(transaction, scope, actor, {
      action,
      subjectType: "answer",
      subjectId: answerId,
      data: { assessments },
    });
    if (action === "answer.refused") await giveBackSource(transaction, scope, store, answer);
    else await eraseSource(transaction, scope, store, answer);
    if (!answer.recording) return;
    const { id: recordingId, storageKey } = answer.recording;
    const others = await transaction.answer.count({ where: { organizationId, recordingId } });
    if (others > 0) return;
    await transaction.recording.delete({ where: { id: recordingId } });
    await store.delete(storageKey);
  });
}

/** Artifacts that no result refers to any more. */
export async function eraseOrphanedArtifacts(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  inputHashes: readonly string[],
): Promise<void> {
  for (const inputHash of new Set(inputHashes)) {
    const users = await transaction.assessment.count({ where: { organizationId, inputHash } });
    if (users === 0) await transaction.artifact.deleteMany({ where: { organizationId, contentKey: inputHash } });
  }
}

/** After a run that failed or was canceled: the row stays and says so, the recording goes unless others still need it. */
export async function eraseFailedRecording(
  scope: OrganizationScope,
  store: ObjectStore,
  answerId: string,
): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    const answer = await transaction.answer.findFirst({
      where: { id: answerId, organizationId },
      include: { recording: true, assessments: { select: { id: true } } },
    });
    if (!answer) return;
    await giveBackSource(transaction, scope, store, answer);
    const noSource = { sourceUrl: null, sourceUploadId: null, sourceLiveAnswerId: null };
    await transaction.answer.update({
      where: { id: answerId },
      data: { transcriptText: null, transcriptFormat: null, ...noSource },
    });
    if (!answer.recording) return;
    const { storageKey } = answer.recording;
    await lockRecording(transaction, storageKey);
    const needed = await transaction.assessment.count({
      where: { organizationId, answer: { recordingId: answer.recordingId }, status: { notIn: [...WITHOUT_RECORDING] } },
    });
    if (needed === 0) await store.delete(storageKey);
  });
}

interface SourcedAnswerRow {
  readonly sourceUploadId: string | null;
  readonly sourceLiveAnswerId: string | null;
  readonly assessments: readonly { readonly id: string }[];
}

/** What an answer was made of, when it is erased: bytes that did not become its recording yet, and a live answer. */
async function eraseSource(
  transaction: Transaction,
  scope: OrganizationScope,
  store: ObjectStore,
  { sourceUploadId, sourceLiveAnswerId, assessments }: SourcedAnswerRow,
): Promise<void> {
  if (sourceUploadId !== null) await store.deleteParts(partsFolder(scope.organizationId, sourceUploadId));
  if (sourceLiveAnswerId === null) return;
  await eraseLiveAnswerOf(transaction, scope, store, { id: sourceLiveAnswerId, assessmentIds: idsOf(assessments) });
}

/** The same when nothing came of it: a file can be sent again, a call cannot be held again. */
async function giveBackSource(
  transaction: Transaction,
  scope: OrganizationScope,
  store: ObjectStore,
  { sourceUploadId, sourceLiveAnswerId, assessments }: SourcedAnswerRow,
): Promise<void> {
  if (sourceUploadId !== null) await store.deleteParts(partsFolder(scope.organizationId, sourceUploadId));
  if (sourceLiveAnswerId === null) return;
  await reopenLiveAnswer(transaction, scope, { id: sourceLiveAnswerId, assessmentIds: idsOf(assessments) });
}

function idsOf(assessments: readonly { readonly id: string }[]): string[] {
  return assessments.map(({ id }) => id);
}
