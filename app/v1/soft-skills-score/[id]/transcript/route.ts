/** /v1/soft-skills-score/{id}/transcript: the timed words; PUT adds or mends what was said and scores again. */
import { replaceTranscript } from "@/lib/answers/replace-transcript";
import { transcriptBody } from "@/lib/answers/score-body";
import { assessmentParamsSchema, assessmentSchema } from "@/lib/assessments/schema";
import { scoreReply } from "@/lib/assessments/score-reply";
import { transcriptQuerySchema, transcriptReply, transcriptSchema } from "@/lib/assessments/transcript-reply";
import { methods } from "@/lib/http/methods";
import { parseWaitSeconds } from "@/lib/http/prefer";
import { route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read what was said",
    scope: "score:read",
    params: assessmentParamsSchema,
    query: transcriptQuerySchema,
    response: transcriptSchema,
    handler: ({ scope, params, query }) => transcriptReply(scope, params.id, query.format),
  }),

  PUT: route({
    summary: "Add or mend what was said, and score again",
    scope: "score:write",
    params: assessmentParamsSchema,
    body: transcriptBody,
    response: assessmentSchema,
    handler: async ({ request, params, body, ...identity }) => {
      const waitSeconds = parseWaitSeconds(request.headers.get("prefer"));
      return scoreReply(identity.scope, await replaceTranscript(identity, params.id, body, waitSeconds));
    },
  }),
});
