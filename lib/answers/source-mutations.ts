import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { eraseLiveAnswerOf, reopenLiveAnswer } from "@/lib/live-answers/end-mutations";
import { type ObjectStore, partsFolder } from "@/lib/storage/object-store";

/** What an answer was made of, where that is not its recording yet. */
export interface SourcedAnswer {
  readonly sourceUploadId: string | null;
  readonly sourceLiveAnswerId: string | null;
  readonly assessments: readonly { readonly id: string }[];
}

/** Erases it, in the transaction that erases the answer. */
export async function eraseSource(
  transaction: Transaction,
  scope: OrganizationScope,
  store: ObjectStore,
  answer: SourcedAnswer,
): Promise<void> {
  const live = liveAnswerOf(answer);
  if (live) await eraseLiveAnswerOf(transaction, scope, store, live);
  await eraseUploadOf(scope, store, answer);
}

/** The rows of the same, when nothing came of it: a file can be sent again, a call cannot be held again. */
export async function giveBackSource(
  transaction: Transaction,
  scope: OrganizationScope,
  answer: SourcedAnswer,
): Promise<void> {
  const live = liveAnswerOf(answer);
  if (live) await reopenLiveAnswer(transaction, scope, live);
}

/** Deletes the bytes of an upload that did not become the answer's recording. */
export async function eraseUploadOf(
  { organizationId }: OrganizationScope,
  store: ObjectStore,
  { sourceUploadId }: SourcedAnswer,
): Promise<void> {
  if (sourceUploadId !== null) await store.deleteParts(partsFolder(organizationId, sourceUploadId));
}

function liveAnswerOf({ sourceLiveAnswerId: id, assessments }: SourcedAnswer) {
  return id === null ? null : { id, assessmentIds: assessments.map((assessment) => assessment.id) };
}
