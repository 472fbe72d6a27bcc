/** /v1/live-answers: open an answer that arrives while it is spoken. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { beginLiveAnswer } from "@/lib/live-answers/begin-live-answer";
import { getLiveAnswer, type LiveAnswerRecord } from "@/lib/live-answers/data";
import { LIVE_ANSWER_REFERENCE } from "@/lib/live-answers/live-answer-reference";
import { liveAnswerSchema, newLiveAnswerSchema } from "@/lib/live-answers/schema";
import { serializeLiveAnswer } from "@/lib/live-answers/serialize-live-answer";
import { MAX_JSON_BYTES } from "@/lib/answers/score-body";

const body = jsonBody(newLiveAnswerSchema, MAX_JSON_BYTES);
const opened = (live: LiveAnswerRecord) =>
  Reply.json(201, serializeLiveAnswer(live), { Location: `/v1/live-answers/${live.id}` });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    ...LIVE_ANSWER_REFERENCE.begin,
    body,
    response: liveAnswerSchema,
    resume: async ({ scope }, id) => opened(await getLiveAnswer(scope, id)),
    handler: async ({ body: fields, ...identity }) => opened(await beginLiveAnswer(identity, fields)),
  }),
});
