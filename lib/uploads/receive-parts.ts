import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { EarshotError } from "@/lib/errors/error-codes";
import type { IncomingObject, ObjectStore } from "@/lib/storage/object-store";
import { PART_BYTES } from "@/lib/uploads/constants";
import { PartSource } from "@/lib/uploads/part-source";
import type { Checksum } from "@/lib/uploads/upload-headers";

/** Something that bytes are added to, from where it stands. */
export interface Receiver {
  /** What is durable. */
  readonly receivedBytes: number;
  /** How many there may be. */
  readonly size: number;
}

export interface PartsToReceive<Target extends Receiver> {
  readonly body: AsyncIterable<Uint8Array>;
  readonly checksum: Checksum | null;
  /** How many bytes the body is said to have; null where nobody says. */
  readonly announced: number | null;
  /** Makes a part durable, at the offset that the target stands at, and counts it. */
  append(target: Target, bytes: IncomingObject): Promise<Target>;
  /** What is said where more comes than there may be. */
  tooMuch(target: Target): EarshotError;
}

/**
 * Takes bytes in, from where their target stands. They are made durable part by part, so a connection that breaks off,
 * or a process that is killed, keeps what was counted. Bytes with a checksum are taken all together or not at all.
 *
 * @throws EarshotError `upload_checksum_mismatch`, what `append` and `tooMuch` say, `request_timeout` and
 *   `invalid_request` (broke off; what had arrived is kept)
 */
export async function receiveParts<Target extends Receiver>(
  store: ObjectStore,
  target: Target,
  { body, checksum, announced, append, tooMuch }: PartsToReceive<Target>,
): Promise<Target> {
  if (announced !== null && announced > target.size - target.receivedBytes) throw tooMuch(target);
  const source = new PartSource(body);
  let current = target;
  try {
    while (!source.ended && current.receivedBytes < current.size) {
      const room = current.size - current.receivedBytes;
      const sum = checksum && createHash(checksum.algorithm);
      const stream = Readable.from(watched(source.take(checksum ? room : Math.min(room, PART_BYTES)), sum));
      const bytes = await store.receive(stream);
      try {
        if (checksum) await refuseMismatch(source, checksum, sum?.digest());
        if (bytes.bytes > 0) current = await append(current, bytes);
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
