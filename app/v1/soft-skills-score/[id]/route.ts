/** /v1/soft-skills-score/{id}: one result; DELETE erases the answer with its recording, transcript and results. */
import { eraseAnswer } from "@/lib/answers/erase-mutations";
import { getAssessmentWithAnswer } from "@/lib/assessments/data";
import { readAssessment } from "@/lib/assessments/read-assessment";
import { assessmentParamsSchema, assessmentSchema } from "@/lib/assessments/schema";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { READ_ONE_LIMIT } from "@/lib/rate-limit/rate-limits";
import { openStore } from "@/lib/storage/open-store";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read a result",
    scope: "score:read",
    limit: READ_ONE_LIMIT,
    params: assessmentParamsSchema,
    response: assessmentSchema,
    handler: ({ scope, params }) => readAssessment(scope, params.id),
  }),

  DELETE: route({
    summary: "Erase an answer",
    scope: "score:write",
    params: assessmentParamsSchema,
    handler: async ({ scope, actor, params }) => {
      const { answerId } = await getAssessmentWithAnswer(scope, params.id);
      await eraseAnswer(scope, openStore(), actor, answerId, "answer.erased");
      return Reply.raw(204, null, {});
    },
  }),
});
