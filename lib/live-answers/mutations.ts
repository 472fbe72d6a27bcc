import type { AnswerFields } from "@/lib/answers/schema";
import { ANSWER_COST } from "@/lib/credits/constants";
import { requireCredits } from "@/lib/credits/mutations";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { endingOf, LIVE_ANSWER_CHANNEL } from "@/lib/jobs/live-answer-channel";
import { MAX_OPEN_LIVE_ANSWERS, SILENCE_MS } from "@/lib/live-answers/constants";
import { type LiveAnswerRecord, readLiveAnswer } from "@/lib/live-answers/data";
import { requirePosition } from "@/lib/positions/mutations";
import { type IncomingObject, type ObjectStore, partsFolder } from "@/lib/storage/object-store";

export interface NewLiveAnswer {
  readonly livemode: boolean;
  readonly fields: AnswerFields;
  /** Of the role that the fields name. */
  readonly roleVersion: number;
  readonly idempotencyKey: string | null;
}

/** @throws EarshotError `too_many_live_answers`, `unknown_position`, `insufficient_credits` (nothing is reserved yet) */
export async function createLiveAnswer(
  scope: OrganizationScope,
  { livemode, fields, roleVersion, idempotencyKey }: NewLiveAnswer,
): Promise<LiveAnswerRecord> {
  const { organizationId } = scope;
  const id = createId("liv");
  return withOrganization(scope, async (transaction) => {
    // Two at once must not both be the hundredth.
    await transaction.$queryRaw`
      select pg_advisory_xact_lock(hashtextextended(${`live_answers/${organizationId}`}, 0))::text`;
    const heardAfter = new Date(Date.now() - SILENCE_MS);
    const open = await transaction.liveAnswer.count({
      where: { organizationId, state: "receiving", lastChunkAt: { gt: heardAfter } },
    });
    if (open >= MAX_OPEN_LIVE_ANSWERS) {
      const detail = `${open} live answers are open. Complete some, or delete them.`;
      throw new EarshotError("too_many_live_answers", detail);
    }
    await requirePosition(transaction, scope, fields.position_id);
    await requireCredits(transaction, scope, livemode ? ANSWER_COST : 0);
    await transaction.liveAnswer.create({
      data: { id, organizationId, livemode, roleVersion, fields: { ...fields } },
      select: { id: true },
    });
    await noteResource(transaction, scope, idempotencyKey, id);
    return readLiveAnswer(transaction, scope, id);
  });
}

/**
 * Tells whoever follows a live answer that it is being completed, so that its sound is measured while that is written.
 * Should the completion be refused, nothing is lost but that work.
 */
export async function announceEnd(scope: OrganizationScope, id: string): Promise<void> {
  await withOrganization(
    scope,
    (transaction) => transaction.$queryRaw`select pg_notify(${LIVE_ANSWER_CHANNEL}, ${endingOf(id)})::text`,
  );
}

/**
 * Makes received bytes part of a live answer, at the offset that they belong to, and tells whoever follows it. The row is
 * held meanwhile, so of two that send the same bytes one is refused, and what is counted is what lies in the store.
 *
 * @throws EarshotError `upload_offset_mismatch`; `live_answer_completed`; `not_found`, `live_answer_expired`
 */
export async function appendToLiveAnswer(
  scope: OrganizationScope,
  store: ObjectStore,
  { id, offset, bytes }: { readonly id: string; readonly offset: number; readonly bytes: IncomingObject },
): Promise<LiveAnswerRecord> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    const live = await holdLiveAnswer(transaction, scope, id);
    refuseOffset(live, offset);
    const receivedBytes = offset + bytes.bytes;
    await store.keepPart(bytes, partsFolder(organizationId, id), offset);
    const now = new Date();
    await transaction.liveAnswer.update({
      where: { id },
      data: { receivedBytes: BigInt(receivedBytes), lastChunkAt: now },
      select: { id: true },
    });
    await tellFollower(transaction, id);
    return { ...live, receivedBytes };
  });
}

/** @throws EarshotError `upload_offset_mismatch`; `live_answer_completed` */
export function refuseOffset({ state, receivedBytes }: LiveAnswerRecord, offset: number): void {
  if (state === "completed") throw completedBefore();
  if (offset === receivedBytes) return;
  const detail = `${receivedBytes} bytes are here; these begin at ${offset}. Go on from received_bytes, as GET says it.`;
  throw new EarshotError("upload_offset_mismatch", detail);
}

/**
 * Takes a live answer for the assessment that is made of it, in the transaction that creates that.
 *
 * @throws EarshotError `not_found`, `live_answer_expired`; `live_answer_completed` where another request was first;
 *   `missing_audio`; `upload_incomplete` where less is here than was sent
 */
export async function takeLiveAnswer(
  transaction: Transaction,
  scope: OrganizationScope,
  id: string,
  size: number | undefined,
): Promise<void> {
  const { state, receivedBytes } = await holdLiveAnswer(transaction, scope, id);
  if (state === "completed") throw completedBefore();
  if (receivedBytes === 0) throw new EarshotError("missing_audio", "Nothing was sent to this live answer yet.");
  if (size === undefined || size === receivedBytes) return;
  const detail = `${receivedBytes} bytes are here and ${size} were sent. Go on from received_bytes, then complete it.`;
  throw new EarshotError("upload_incomplete", detail);
}

/** Notes what became of a live answer, and tells whoever follows it. */
export async function noteCompletion(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  id: string,
  assessmentId: string,
): Promise<void> {
  await transaction.liveAnswer.updateMany({
    where: { id, organizationId },
    data: { state: "completed", assessmentId, completedAt: new Date() },
  });
  await tellFollower(transaction, id);
}

/** Holds a live answer until the transaction ends. @throws EarshotError `not_found`, `live_answer_expired` */
export async function holdLiveAnswer(
  transaction: Transaction,
  scope: OrganizationScope,
  id: string,
): Promise<LiveAnswerRecord> {
  await transaction.$queryRaw`
    select 1 from live_answers where organization_id = ${scope.organizationId} and id = ${id} for update`;
  return readLiveAnswer(transaction, scope, id);
}

/** Heard when the transaction is committed, and only then. */
export async function tellFollower(transaction: Transaction, id: string): Promise<void> {
  await transaction.$queryRaw`select pg_notify(${LIVE_ANSWER_CHANNEL}, ${id})::text`;
}

/** What is said where there is nothing left to do or undo. */
export function completedBefore(): EarshotError {
  return new EarshotError("live_answer_completed", "This live answer is completed. GET names its result.");
}
