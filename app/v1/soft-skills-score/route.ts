/** /v1/soft-skills-score: score a recording, or a known answer for another role; list results. */
import { discardScoreBody, scoreBody, scoreFingerprint } from "@/lib/answers/score-body";
import { SCORE_REFERENCE } from "@/lib/answers/score-reference";
import { takeScoreRequest } from "@/lib/answers/take-score-request";
import { readAssessmentPage } from "@/lib/assessments/read-assessment";
import { assessmentPageSchema, assessmentSchema, listAssessmentsQuerySchema } from "@/lib/assessments/schema";
import { scoreReply, scoreReplyAsItStands } from "@/lib/assessments/score-reply";
import { toAssessmentFilter } from "@/lib/assessments/to-assessment-filter";
import { methods } from "@/lib/http/methods";
import { parseWaitSeconds } from "@/lib/http/prefer";
import { route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "List results",
    scope: "score:read",
    query: listAssessmentsQuerySchema,
    response: assessmentPageSchema,
    handler: ({ scope, query }) => readAssessmentPage(scope, toAssessmentFilter(query), query.expand === "evidence"),
  }),

  POST: route({
    ...SCORE_REFERENCE,
    scope: "score:write",
    body: scoreBody,
    fingerprint: scoreFingerprint,
    discard: discardScoreBody,
    response: assessmentSchema,
    resume: ({ scope }, assessmentId) => scoreReplyAsItStands(scope, assessmentId),
    handler: async ({ request, body, ...identity }) => {
      const waitSeconds = parseWaitSeconds(request.headers.get("prefer"));
      return scoreReply(identity.scope, await takeScoreRequest(identity, body, waitSeconds));
    },
  }),
});
