import type { OrganizationScope } from "@/lib/db/scope";
import { Reply } from "@/lib/http/reply";
import { openStore } from "@/lib/storage/open-store";
import { getUpload } from "@/lib/uploads/data";
import { deleteUpload, refuseOffset } from "@/lib/uploads/mutations";
import { receiveBytes } from "@/lib/uploads/receive-bytes";
import type { UploadJson } from "@/lib/uploads/schema";
import type { SentBytes } from "@/lib/uploads/upload-body";
import { serializeUpload, uploadAdvanced, uploadOffset } from "@/lib/uploads/upload-replies";

interface OfUpload {
  readonly scope: OrganizationScope;
  readonly params: { readonly id: string };
}

/** GET: the upload as JSON. @throws EarshotError `not_found`, `upload_expired`; so do all of these */
export async function readUploadJson({ scope, params }: OfUpload): Promise<UploadJson> {
  return serializeUpload(await getUpload(scope, params.id));
}

/** HEAD: where to go on. */
export async function askUpload({ scope, params }: OfUpload): Promise<Reply<never>> {
  return uploadOffset(await getUpload(scope, params.id));
}

/** PATCH: bytes at the offset that the upload stands at. @throws EarshotError `upload_offset_mismatch`, … */
export async function continueUpload({ scope, params, body }: OfUpload & { readonly body: SentBytes }) {
  const upload = await getUpload(scope, params.id);
  refuseOffset(upload, body.offset);
  return uploadAdvanced(await receiveBytes(scope, openStore(), upload, body));
}

/** DELETE: gives it up, with what arrived. @throws EarshotError `upload_used` */
export async function giveUpUpload({ scope, params }: OfUpload): Promise<Reply<never>> {
  await deleteUpload(scope, openStore(), params.id);
  return Reply.raw(204, null, {});
}
