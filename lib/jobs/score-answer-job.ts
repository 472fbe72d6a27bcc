import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";

const payloadSchema = z.strictObject({ organizationId: z.string(), runId: z.string() });

/** One run: score an assessment, or score it again with the transcript that waits on its answer. */
export const scoreAnswerJob = defineJob<z.infer<typeof payloadSchema>>({
  name: "answer.score",
  payload: payloadSchema,
});
