import { READ_ONE_LIMIT, UPLOAD_LIMIT } from "@/lib/rate-limit/rate-limits";
import { uploadParamsSchema } from "@/lib/uploads/schema";

const ONE = { scope: "score:write", params: uploadParamsSchema } as const;

/** What the routes of /v1/uploads/{id} say of themselves, by method. */
export const UPLOAD_REFERENCE = {
  get: { ...ONE, summary: "Read an upload", limit: READ_ONE_LIMIT, errors: ["upload_expired"] },
  head: {
    ...ONE,
    summary: "Ask where an upload stands",
    limit: UPLOAD_LIMIT,
    errors: ["upload_expired", "unsupported_upload_version"],
  },
  patch: {
    ...ONE,
    summary: "Send bytes of an upload",
    limit: UPLOAD_LIMIT,
    status: 204,
    errors: [
      "unsupported_upload_version",
      "upload_offset_mismatch",
      "upload_checksum_mismatch",
      "upload_expired",
      "media_too_large",
    ],
  },
  delete: {
    ...ONE,
    summary: "Give up an upload",
    status: 204,
    errors: ["upload_used", "unsupported_upload_version"],
  },
} as const;
