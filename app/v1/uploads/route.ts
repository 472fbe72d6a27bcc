/** /v1/uploads: announce a file that is then sent in parts, with any tus 1.0 client. */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { openStore } from "@/lib/storage/open-store";
import { getUpload } from "@/lib/uploads/data";
import { createUpload } from "@/lib/uploads/mutations";
import { receiveBytes } from "@/lib/uploads/receive-bytes";
import { tusOptions, tusRoute } from "@/lib/uploads/tus-route";
import { newUploadBody, uploadFingerprint } from "@/lib/uploads/upload-body";
import { uploadCreated } from "@/lib/uploads/upload-replies";

export const OPTIONS = tusOptions;

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: tusRoute(
    route({
      summary: "Begin an upload",
      description:
        "tus 1.0 (creation, creation-with-upload): announces a file with `Upload-Length`; its bytes follow with PATCH to the `Location` of the answer. An upload is erased 24 hours later; 50 may be open at once.",
      errors: ["media_too_large", "too_many_uploads", "unsupported_upload_version", "upload_checksum_mismatch"],
      scope: "score:write",
      status: 201,
      body: newUploadBody,
      fingerprint: uploadFingerprint,
      resume: async ({ scope }, id) => uploadCreated(await getUpload(scope, id)),
      handler: async ({ scope, body, idempotencyKey = null }) => {
        const { size, metadata, first } = body;
        const upload = await createUpload(scope, { size, metadata, idempotencyKey });
        if (!first) return uploadCreated(upload);
        return uploadCreated(await receiveBytes(scope, openStore(), upload, first));
      },
    }),
  ),
});
