import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import type { ObjectStore } from "@/lib/storage/object-store";
import type { UploadRecord } from "@/lib/uploads/data";
import { appendToUpload } from "@/lib/uploads/mutations";
import { receiveParts } from "@/lib/uploads/receive-parts";
import type { SentBytes } from "@/lib/uploads/upload-body";

/**
 * Takes bytes into an upload, from where it stands.
 *
 * @throws EarshotError as receiveParts(); `upload_offset_mismatch`, `media_too_large` (more than was announced)
 */
export function receiveBytes(
  scope: OrganizationScope,
  store: ObjectStore,
  upload: UploadRecord,
  { chunks, checksum, announced }: Pick<SentBytes, "chunks" | "checksum" | "announced">,
): Promise<UploadRecord> {
  return receiveParts(store, upload, {
    body: chunks,
    checksum,
    announced,
    append: ({ id, receivedBytes }, bytes) =>
      appendToUpload(scope, store, { uploadId: id, offset: receivedBytes, bytes }),
    tooMuch: ({ size }) =>
      new EarshotError("media_too_large", `The upload was announced with ${size} bytes; this request holds more.`),
  });
}
