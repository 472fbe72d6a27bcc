import type { JobDefinition } from "@/lib/jobs/define-job";
import { deliverWebhookJob } from "@/lib/jobs/deliver-webhook-job";
import { fetchAnswerJob } from "@/lib/jobs/fetch-answer-job";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";

type JobKind = Pick<JobDefinition<{ organizationId: string }>, "name" | "retries" | "expireSeconds">;

/** Every kind of job there is; each gets a queue and one for those whose tries are used up. */
export const JOB_KINDS: readonly JobKind[] = [fetchAnswerJob, scoreAnswerJob, deliverWebhookJob];
