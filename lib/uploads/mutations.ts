import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { type IncomingObject, type ObjectStore, partsFolder } from "@/lib/storage/object-store";
import { MAX_OPEN_UPLOADS, MAX_WAITING_UPLOADS, UPLOAD_LIFETIME_MS } from "@/lib/uploads/constants";
import { readUpload, type UploadRecord } from "@/lib/uploads/data";

export interface NewUpload {
  /** Bytes, at least 1. */
  readonly size: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | null;
}

/** @throws EarshotError `too_many_uploads` */
export async function createUpload(scope: OrganizationScope, upload: NewUpload): Promise<UploadRecord> {
  const { organizationId } = scope;
  const id = createId("upl");
  const expiresAt = new Date(Date.now() + UPLOAD_LIFETIME_MS);
  return withOrganization(scope, async (transaction) => {
    // Two at once must not both be the fiftieth.
    await transaction.$queryRaw`
      select pg_advisory_xact_lock(hashtextextended(${`uploads/${organizationId}`}, 0))::text`;
    await refuseTooMany(transaction, organizationId);
    const { size, metadata, idempotencyKey } = upload;
    await transaction.upload.create({
      data: { id, organizationId, size: BigInt(size), metadata: { ...metadata }, expiresAt },
    });
    await noteResource(transaction, scope, idempotencyKey, id);
    return readUpload(transaction, scope, id);
  });
}

async function refuseTooMany(transaction: Transaction, organizationId: string): Promise<void> {
  const open = { organizationId, expiresAt: { gt: new Date() } };
  const receiving = await transaction.upload.count({ where: { ...open, state: "receiving" } });
  const waiting = await transaction.upload.count({ where: { ...open, state: "complete" } });
  if (receiving < MAX_OPEN_UPLOADS && waiting < MAX_WAITING_UPLOADS) return;
  const detail =
    receiving < MAX_OPEN_UPLOADS
      ? `${waiting} uploads are complete and not used. Use some, or delete them.`
      : `${receiving} uploads are open. Complete some, or delete them.`;
  throw new EarshotError("too_many_uploads", detail);
}

/**
 * Makes received bytes part of an upload, at the offset that they belong to. The row is held meanwhile, so of two that
 * send the same bytes one is refused, and what is counted is what lies in the store.
 *
 * @throws EarshotError `upload_offset_mismatch` where the upload has got on, or is complete; `not_found`, `upload_expired`
 */
export async function appendToUpload(
  scope: OrganizationScope,
  store: ObjectStore,
  part: { readonly uploadId: string; readonly offset: number; readonly bytes: IncomingObject },
): Promise<UploadRecord> {
  const { organizationId } = scope;
  const { uploadId: id, offset, bytes } = part;
  return withOrganization(scope, async (transaction) => {
    await transaction.$queryRaw`
      select 1 from uploads where organization_id = ${organizationId} and id = ${id} for update`;
    const upload = await readUpload(transaction, scope, id);
    refuseOffset(upload, offset);
    const receivedBytes = offset + bytes.bytes;
    if (receivedBytes > upload.size) throw new Error("More bytes than the upload has room for.");
    await store.keepPart(bytes, partsFolder(organizationId, id), offset);
    const state = receivedBytes === upload.size ? "complete" : "receiving";
    await transaction.upload.update({ where: { id }, data: { receivedBytes: BigInt(receivedBytes), state } });
    return { ...upload, receivedBytes, state };
  });
}

/** @throws EarshotError `upload_offset_mismatch` */
export function refuseOffset({ receivedBytes, size }: UploadRecord, offset: number): void {
  if (offset === receivedBytes) return;
  const detail = `${receivedBytes} of ${size} bytes are here; these begin at ${offset}. Ask with HEAD where to go on.`;
  throw new EarshotError("upload_offset_mismatch", detail);
}

/**
 * Ends an upload and erases what arrived.
 *
 * @throws EarshotError `not_found`; `upload_used` where an answer was made of it
 */
export async function deleteUpload(scope: OrganizationScope, store: ObjectStore, id: string): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    const { count } = await transaction.upload.deleteMany({ where: { id, organizationId, state: { not: "used" } } });
    if (count === 0) {
      await readUpload(transaction, scope, id);
      throw new EarshotError("upload_used", "An answer was made of this upload. Erase the answer instead.");
    }
    await store.deleteParts(partsFolder(organizationId, id));
  });
}

/**
 * Takes a complete upload for an answer, in the transaction that creates it: it can be taken once.
 *
 * @throws EarshotError `not_found`, `upload_expired`, `upload_incomplete`, `upload_used`
 */
export async function takeUpload(transaction: Transaction, scope: OrganizationScope, id: string): Promise<void> {
  const { organizationId } = scope;
  refuseUnusable(await readUpload(transaction, scope, id));
  const { count } = await transaction.upload.updateMany({
    where: { id, organizationId, state: "complete" },
    data: { state: "used" },
  });
  if (count === 0) throw usedBefore();
}

/**
 * Holds uploads until the transaction ends, always in one order, so that two that want the same ones do not wait for each
 * other in a circle.
 */
export async function lockUploads(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction.$queryRaw`
    select 1 from uploads where organization_id = ${organizationId} and id = any(${[...ids]}) order by id for update`;
}

/** @throws EarshotError `upload_incomplete`, `upload_used` */
export function refuseUnusable({ state, receivedBytes, size }: UploadRecord): void {
  if (state === "used") throw usedBefore();
  if (state === "complete") return;
  throw new EarshotError("upload_incomplete", `${receivedBytes} of ${size} bytes are here. Send the rest first.`);
}

function usedBefore(): EarshotError {
  return new EarshotError("upload_used", "An answer was made of this upload before. Upload the file again.");
}
