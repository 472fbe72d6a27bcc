import type { HeldAnswer } from "@/lib/answers/hold-mutations";
import { eraseUploadOf, giveBackSource } from "@/lib/answers/source-mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { WITHOUT_RECORDING } from "@/lib/recordings/mutations";
import type { ObjectStore } from "@/lib/storage/object-store";

/**
 * Takes back what was sent for an answer whose run failed or is canceled, in the transaction that says so: the row stays,
 * a live answer is open again for another try.
 */
export async function forgetUnscored(
  transaction: Transaction,
  scope: OrganizationScope,
  answer: HeldAnswer,
): Promise<void> {
  await giveBackSource(transaction, scope, answer);
  const noSource = { sourceUrl: null, sourceUploadId: null, sourceLiveAnswerId: null };
  await transaction.answer.update({
    where: { id: answer.id },
    data: { transcriptText: null, transcriptFormat: null, ...noSource },
    select: { id: true },
  });
}

/**
 * The bytes of the same, unless another result still needs them. The transaction's last step: what is deleted does not
 * come back when that is undone.
 */
export async function eraseUnscoredBytes(
  transaction: Transaction,
  scope: OrganizationScope,
  store: ObjectStore,
  answer: HeldAnswer,
): Promise<void> {
  await eraseUploadOf(scope, store, answer);
  const { recording } = answer;
  if (!recording) return;
  const { organizationId } = scope;
  const needed = await transaction.assessment.count({
    where: { organizationId, answer: { recordingId: recording.id }, status: { notIn: [...WITHOUT_RECORDING] } },
  });
  if (needed === 0) await store.delete(recording.storageKey);
}
