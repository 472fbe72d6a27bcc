/** /v1/live-answers/{id}/complete: the call is over; the verdict follows. */
import { submitLiveAnswer } from "@/lib/answers/submit-live-answer";
import { MAX_JSON_BYTES } from "@/lib/answers/score-body";
import { assessmentSchema } from "@/lib/assessments/schema";
import { scoreReplyAsItStands } from "@/lib/assessments/score-reply";
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { parseWaitSeconds } from "@/lib/http/prefer";
import { route } from "@/lib/http/route";
import { LIVE_ANSWER_REFERENCE } from "@/lib/live-answers/live-answer-reference";
import { completeLiveAnswerSchema } from "@/lib/live-answers/schema";
import { openStore } from "@/lib/storage/open-store";

const body = jsonBody(completeLiveAnswerSchema, MAX_JSON_BYTES);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    ...LIVE_ANSWER_REFERENCE.complete,
    body,
    response: assessmentSchema,
    resume: ({ scope }, assessmentId) => scoreReplyAsItStands(scope, assessmentId),
    handler: async ({ request, params, body: end, ...identity }) => {
      const waitSeconds = parseWaitSeconds(request.headers.get("prefer"));
      const { assessmentId } = await submitLiveAnswer(identity, openStore(), params.id, end, waitSeconds);
      return scoreReplyAsItStands(identity.scope, assessmentId);
    },
  }),
});
