/** /v1/soft-skills-score/{id}/cancel: takes a queued run out of the queue. */
import { cancelAnswer } from "@/lib/answers/end-run-mutations";
import { readAssessment } from "@/lib/assessments/read-assessment";
import { assessmentParamsSchema, assessmentSchema } from "@/lib/assessments/schema";
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { openStore } from "@/lib/storage/open-store";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Cancel a queued run",
    scope: "score:write",
    params: assessmentParamsSchema,
    response: assessmentSchema,
    handler: async ({ params, ...identity }) => {
      await cancelAnswer(identity, openStore(), params.id);
      return readAssessment(identity.scope, params.id);
    },
  }),
});
