import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";

const payloadSchema = z.strictObject({ organizationId: z.string(), runId: z.string() });

/** One run whose recording is not here yet: get it, then hand the run on to be scored. */
export const fetchAnswerJob = defineJob<z.infer<typeof payloadSchema>>({
  name: "answer.fetch",
  payload: payloadSchema,
});
