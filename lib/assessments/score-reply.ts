import type { Submission } from "@/lib/answers/submit-answer";
import { readAssessment } from "@/lib/assessments/read-assessment";
import type { AssessmentJson } from "@/lib/assessments/schema";
import { POLL_AFTER_SECONDS } from "@/lib/assessments/serialize-assessment";
import type { OrganizationScope } from "@/lib/db/scope";
import { Reply } from "@/lib/http/reply";

/** 200 with the result, or 202 with where the run stands and when to ask again. */
export async function scoreReply(
  scope: OrganizationScope,
  { assessmentId, finished }: Submission,
): Promise<Reply<AssessmentJson>> {
  const assessment = await readAssessment(scope, assessmentId);
  const location = `/v1/soft-skills-score/${assessmentId}`;
  if (finished) return Reply.json(200, assessment, { "Content-Location": location });
  return Reply.json(202, assessment, { Location: location, "Retry-After": String(POLL_AFTER_SECONDS) });
}
