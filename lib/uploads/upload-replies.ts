import { Reply } from "@/lib/http/reply";
import type { UploadRecord } from "@/lib/uploads/data";
import type { UploadJson } from "@/lib/uploads/schema";
import { writeMetadata } from "@/lib/uploads/upload-headers";

/** 201: where to send the bytes, and how many are here already. */
export function uploadCreated(upload: UploadRecord): Reply<never> {
  return Reply.raw(201, null, { Location: `/v1/uploads/${upload.id}`, ...offsetHeaders(upload) });
}

/** 204: how many bytes are durable now. */
export function uploadAdvanced(upload: UploadRecord): Reply<never> {
  return Reply.raw(204, null, offsetHeaders(upload));
}

/** 200 without a body: where to go on. */
export function uploadOffset(upload: UploadRecord): Reply<never> {
  const metadata = writeMetadata(upload.metadata);
  return Reply.raw(200, null, {
    ...offsetHeaders(upload),
    "Upload-Length": String(upload.size),
    ...(metadata !== "" && { "Upload-Metadata": metadata }),
  });
}

function offsetHeaders({ receivedBytes, expiresAt }: UploadRecord): Record<string, string> {
  return { "Upload-Offset": String(receivedBytes), "Upload-Expires": expiresAt.toUTCString() };
}

export function serializeUpload(upload: UploadRecord): UploadJson {
  const { id, state, size, receivedBytes, metadata, createdAt, expiresAt } = upload;
  return {
    id,
    object: "upload",
    // What has expired is never read.
    status: state === "expired" ? "receiving" : state,
    size,
    received_bytes: receivedBytes,
    metadata: { ...metadata },
    created_at: createdAt.toISOString(),
    expires_at: expiresAt.toISOString(),
  };
}
