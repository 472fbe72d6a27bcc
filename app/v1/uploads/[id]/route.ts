/** /v1/uploads/{id}: send bytes (PATCH), ask where to go on (HEAD), read it as JSON (GET), give it up (DELETE). */
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { READ_ONE_LIMIT, UPLOAD_LIMIT } from "@/lib/rate-limit/rate-limits";
import { openStore } from "@/lib/storage/open-store";
import { getUpload } from "@/lib/uploads/data";
import { deleteUpload, refuseOffset } from "@/lib/uploads/mutations";
import { receiveBytes } from "@/lib/uploads/receive-bytes";
import { uploadParamsSchema, uploadSchema } from "@/lib/uploads/schema";
import { tusOptions, tusRoute } from "@/lib/uploads/tus-route";
import { sentBytesBody } from "@/lib/uploads/upload-body";
import { serializeUpload, uploadAdvanced, uploadOffset } from "@/lib/uploads/upload-replies";

export const OPTIONS = tusOptions;

export const { GET, HEAD, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read an upload",
    scope: "score:write",
    limit: READ_ONE_LIMIT,
    params: uploadParamsSchema,
    errors: ["upload_expired"],
    response: uploadSchema,
    handler: async ({ scope, params }) => serializeUpload(await getUpload(scope, params.id)),
  }),

  HEAD: tusRoute(
    route({
      summary: "Ask where an upload stands",
      scope: "score:write",
      limit: UPLOAD_LIMIT,
      params: uploadParamsSchema,
      errors: ["upload_expired", "unsupported_upload_version"],
      handler: async ({ scope, params }) => uploadOffset(await getUpload(scope, params.id)),
    }),
  ),

  PATCH: tusRoute(
    route({
      summary: "Send bytes of an upload",
      scope: "score:write",
      limit: UPLOAD_LIMIT,
      params: uploadParamsSchema,
      errors: ["upload_offset_mismatch", "upload_checksum_mismatch", "upload_expired", "media_too_large"],
      status: 204,
      body: sentBytesBody,
      handler: async ({ scope, params, body }) => {
        const upload = await getUpload(scope, params.id);
        refuseOffset(upload, body.offset);
        return uploadAdvanced(await receiveBytes(scope, openStore(), upload, body.chunks, body.checksum));
      },
    }),
  ),

  DELETE: tusRoute(
    route({
      summary: "Give up an upload",
      scope: "score:write",
      params: uploadParamsSchema,
      errors: ["upload_used", "unsupported_upload_version"],
      status: 204,
      handler: async ({ scope, params }) => {
        await deleteUpload(scope, openStore(), params.id);
        return Reply.raw(204, null, {});
      },
    }),
  ),
});
