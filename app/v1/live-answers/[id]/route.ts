/** /v1/live-answers/{id}: send what was just said (PATCH), ask where it stands (GET), give it up (DELETE). */
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { appendBytes } from "@/lib/live-answers/append-bytes";
import { getLiveAnswer } from "@/lib/live-answers/data";
import { LIVE_ANSWER_REFERENCE } from "@/lib/live-answers/live-answer-reference";
import { deleteLiveAnswer } from "@/lib/live-answers/end-mutations";
import { liveAnswerSchema } from "@/lib/live-answers/schema";
import { serializeLiveAnswer } from "@/lib/live-answers/serialize-live-answer";
import { openStore } from "@/lib/storage/open-store";
import { sentBytesBody } from "@/lib/uploads/upload-body";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    ...LIVE_ANSWER_REFERENCE.read,
    response: liveAnswerSchema,
    handler: async ({ scope, params }) => serializeLiveAnswer(await getLiveAnswer(scope, params.id)),
  }),
  PATCH: route({
    ...LIVE_ANSWER_REFERENCE.append,
    body: sentBytesBody,
    handler: async ({ scope, params, body }) => {
      const { receivedBytes } = await appendBytes(scope, openStore(), params.id, body);
      return Reply.raw(204, null, { "Upload-Offset": String(receivedBytes) });
    },
  }),
  DELETE: route({
    ...LIVE_ANSWER_REFERENCE.giveUp,
    handler: async ({ scope, params }) => {
      await deleteLiveAnswer(scope, openStore(), params.id);
      return Reply.raw(204, null, {});
    },
  }),
});
