import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { forgetResource } from "@/lib/idempotency/idempotency-records";
import { completedBefore, holdLiveAnswer, tellFollower } from "@/lib/live-answers/mutations";
import { type ObjectStore, partsFolder } from "@/lib/storage/object-store";

/**
 * Ends a live answer and erases what arrived.
 *
 * @throws EarshotError `not_found`, `live_answer_expired`; `live_answer_completed`
 */
export async function deleteLiveAnswer(scope: OrganizationScope, store: ObjectStore, id: string): Promise<void> {
  await withOrganization(scope, async (transaction) => {
    if ((await holdLiveAnswer(transaction, scope, id)).state === "completed") throw completedBefore();
    await eraseLiveAnswer(transaction, scope, store, id);
    await tellFollower(transaction, id);
  });
}

/** A live answer, and the results of one answer that was made of it. */
export interface LiveAnswerSource {
  readonly id: string;
  /** It is this answer's while it names one of these: after a run that found nothing, another may be made of it. */
  readonly assessmentIds: readonly string[];
}

/** Erases a live answer with all that arrived, in the transaction that erases the answer that it belongs to. */
export async function eraseLiveAnswerOf(
  transaction: Transaction,
  scope: OrganizationScope,
  store: ObjectStore,
  { id, assessmentIds }: LiveAnswerSource,
): Promise<void> {
  const { organizationId } = scope;
  const owned = { id, organizationId, assessmentId: { in: [...assessmentIds] } };
  if ((await transaction.liveAnswer.count({ where: owned })) > 0) {
    await eraseLiveAnswer(transaction, scope, store, id);
  }
}

async function eraseLiveAnswer(
  transaction: Transaction,
  scope: OrganizationScope,
  store: ObjectStore,
  id: string,
): Promise<void> {
  const { organizationId } = scope;
  await transaction.liveAnswer.deleteMany({ where: { id, organizationId } });
  await forgetResource(transaction, scope, [id]);
  await store.deleteParts(partsFolder(organizationId, id));
}

/**
 * Takes back the completion of a live answer whose run found nothing, in the transaction that says so: a call cannot be
 * held again, so what was recorded of it stays for another try, with another transcript for one.
 */
export async function reopenLiveAnswer(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  { id, assessmentIds }: LiveAnswerSource,
): Promise<void> {
  await transaction.liveAnswer.updateMany({
    where: { id, organizationId, state: "completed", assessmentId: { in: [...assessmentIds] } },
    data: { state: "receiving", assessmentId: null, completedAt: null, lastChunkAt: new Date() },
  });
}

/** Once a live answer is scored: its chunks are a recording now, and its fields are the answer's. */
export async function closeLiveAnswer(scope: OrganizationScope, store: ObjectStore, id: string): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, ({ liveAnswer }) =>
    liveAnswer.updateMany({ where: { id, organizationId, state: "completed" }, data: { fields: {} } }),
  );
  await store.deleteParts(partsFolder(organizationId, id));
}
