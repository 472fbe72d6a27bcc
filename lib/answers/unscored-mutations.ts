import type { HeldAnswer } from "@/lib/answers/hold-mutations";
import { eraseUploadOf, giveBackSource } from "@/lib/answers/source-mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { releaseRecording } from "@/lib/recordings/mutations";
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
 * The bytes of the same, unless another result still needs them. After the transaction: what is deleted does not come back
 * when that is undone. What a process that dies in between leaves is swept up (remove-orphaned-recordings.ts).
 */
export async function eraseUnscoredBytes(
  scope: OrganizationScope,
  store: ObjectStore,
  answer: HeldAnswer,
): Promise<void> {
  await eraseUploadOf(scope, store, answer);
  if (answer.recording) await releaseRecording(scope, store, answer.recording.sha256);
}
