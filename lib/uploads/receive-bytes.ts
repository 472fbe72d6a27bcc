import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import type { IncomingObject, ObjectStore } from "@/lib/storage/object-store";
import { PART_BYTES } from "@/lib/uploads/constants";
import type { UploadRecord } from "@/lib/uploads/data";
import { appendToUpload } from "@/lib/uploads/mutations";
import { PartSource } from "@/lib/uploads/part-source";
import type { Checksum } from "@/lib/uploads/upload-headers";

/**
 * Takes bytes into an upload, from where it stands. They are made durable part by part, so a connection that breaks off,
 * or a process that is killed, keeps what was counted. Bytes with a checksum are taken all together or not at all.
 *
 * @throws EarshotError `upload_checksum_mismatch`, `upload_offset_mismatch`, `media_too_large` (more than was announced),
 *   `request_timeout` and `invalid_request` (broke off; what had arrived is kept)
 */
export async function receiveBytes(
  scope: OrganizationScope,
  store: ObjectStore,
  upload: UploadRecord,
  body: AsyncIterable<Uint8Array>,
  checksum: Checksum | null,
): Promise<UploadRecord> {
  const source = new PartSource(body);
  let current = upload;
  try {
    while (!source.ended && current.receivedBytes < current.size) {
      const room = current.size - current.receivedBytes;
      const sum = checksum && createHash(checksum.algorithm);
      const stream = Readable.from(watched(source.take(checksum ? room : Math.min(room, PART_BYTES)), sum));
      const bytes = await store.receive(stream);
      try {
        if (checksum) await refuseMismatch(source, checksum, sum?.digest());
        if (bytes.bytes > 0) current = await append(scope, store, current, bytes);
      } finally {
        // Once it is kept, there is no temporary file any more and this does nothing.
        await store.discard(bytes);
      }
    }
    if (source.fault !== null) throw source.fault;
    if (await source.hasMore()) throw tooMuch(current);
    return current;
  } finally {
    await source.close();
  }
}

function append(
  scope: OrganizationScope,
  store: ObjectStore,
  upload: UploadRecord,
  bytes: IncomingObject,
): Promise<UploadRecord> {
  return appendToUpload(scope, store, { uploadId: upload.id, offset: upload.receivedBytes, bytes });
}

async function* watched(chunks: AsyncIterable<Buffer>, sum: { update(chunk: Buffer): unknown } | null) {
  for await (const chunk of chunks) {
    sum?.update(chunk);
    yield chunk;
  }
}

/** The sum is over the whole of the request's bytes, so there must be no more of them. */
async function refuseMismatch(source: PartSource, checksum: Checksum, digest: Buffer | undefined): Promise<void> {
  if (source.fault !== null) throw source.fault;
  if (!(await source.hasMore()) && digest?.equals(checksum.digest)) return;
  if (source.fault !== null) throw source.fault;
  const detail = `The bytes do not have the ${checksum.algorithm} that was sent with them. None were kept; send them again.`;
  throw new EarshotError("upload_checksum_mismatch", detail);
}

function tooMuch({ size }: UploadRecord): EarshotError {
  return new EarshotError("media_too_large", `The upload was announced with ${size} bytes; this request holds more.`);
}
