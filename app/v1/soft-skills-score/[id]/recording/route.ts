/** /v1/soft-skills-score/{id}/recording: the recording as it was sent, whole or by range. */
import { recordingReply } from "@/lib/assessments/recording-reply";
import { assessmentParamsSchema } from "@/lib/assessments/schema";
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read the recording",
    scope: "score:read",
    params: assessmentParamsSchema,
    handler: ({ request, scope, params }) => recordingReply(scope, params.id, request.headers.get("range")),
  }),
});
