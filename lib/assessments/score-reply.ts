import type { Submission } from "@/lib/answers/submit-answer";
import { readAssessment } from "@/lib/assessments/read-assessment";
import type { AssessmentJson } from "@/lib/assessments/schema";
import { POLL_AFTER_SECONDS } from "@/lib/assessments/serialize-assessment";
import type { OrganizationScope } from "@/lib/db/scope";
import { Reply } from "@/lib/http/reply";

/** 200 with the result, or 202 with where the run stands and when to ask again. */
export async function scoreReply(
  scope: OrganizationScope,
  { assessmentId, finished, queued }: Submission,
): Promise<Reply<AssessmentJson>> {
  if (queued) return toReply(queued, finished);
  return toReply(await readAssessment(scope, assessmentId), finished);
}

/** The answer about a run that an earlier request began: its result where there is one by now. */
export async function scoreReplyAsItStands(scope: OrganizationScope, id: string): Promise<Reply<AssessmentJson>> {
  const assessment = await readAssessment(scope, id);
  return toReply(assessment, assessment.status !== "queued" && assessment.status !== "processing");
}

function toReply(assessment: AssessmentJson, finished: boolean): Reply<AssessmentJson> {
  const location = `/v1/soft-skills-score/${assessment.id}`;
  if (finished) return Reply.json(200, assessment, { "Content-Location": location });
  return Reply.json(202, assessment, { Location: location, "Retry-After": String(POLL_AFTER_SECONDS) });
}
