/** /v1/uploads/{id}: send bytes (PATCH), ask where to go on (HEAD), read it as JSON (GET), give it up (DELETE). */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { uploadSchema } from "@/lib/uploads/schema";
import { tusOptions, tusRoute } from "@/lib/uploads/tus-route";
import { sentBytesBody } from "@/lib/uploads/upload-body";
import { askUpload, continueUpload, giveUpUpload, readUploadJson } from "@/lib/uploads/upload-handlers";
import { UPLOAD_REFERENCE } from "@/lib/uploads/upload-reference";

export const OPTIONS = tusOptions;

export const { GET, HEAD, POST, PUT, PATCH, DELETE } = methods({
  GET: route({ ...UPLOAD_REFERENCE.get, response: uploadSchema, handler: readUploadJson }),
  HEAD: tusRoute(route({ ...UPLOAD_REFERENCE.head, handler: askUpload })),
  PATCH: tusRoute(route({ ...UPLOAD_REFERENCE.patch, body: sentBytesBody, handler: continueUpload })),
  DELETE: tusRoute(route({ ...UPLOAD_REFERENCE.delete, handler: giveUpUpload })),
});
