import type { PgBoss } from "pg-boss";
import type { JobDefinition } from "@/lib/jobs/define-job";
import { jobOutcomeSchema, type JobOutcome } from "@/lib/jobs/job-outcome";
import { outcomeChannel } from "@/lib/jobs/outcome-channel";
import { logger } from "@/lib/log/logger";

/** A message can be lost with its connection; the queue's own record is looked at this often besides. */
const POLL_MS = 1_000;
/** Without the channel, polling alone must still be quick. */
const POLL_ALONE_MS = 50;

const FAULT: JobOutcome = {
  ok: false,
  code: "internal_error",
  detail: "Scoring broke off on our side. Send the recording again.",
  errors: [],
};

/**
 * Waits for the end of a job: woken by the database, with the queue's record as the floor that holds when a message
 * got lost or came before the waiting began.
 */
export async function awaitOutcome(
  boss: PgBoss,
  job: Pick<JobDefinition<{ organizationId: string }>, "name">,
  jobId: string,
  timeoutMs: number,
): Promise<JobOutcome | null> {
  if (timeoutMs <= 0) return null;
  const channel = outcomeChannel();
  const heard = await channel.open().then(
    () => true,
    (error: unknown) => {
      logger().warn({ err: error }, "outcome channel not open, polling");
      return false;
    },
  );
  return new Promise((resolve) => {
    const end = (outcome: JobOutcome | null): void => {
      clearInterval(poll);
      clearTimeout(deadline);
      unsubscribe();
      resolve(outcome);
    };
    const look = (): void => {
      void readOutcome(boss, job.name, jobId).then(
        (outcome) => outcome && end(outcome),
        () => undefined,
      );
    };
    const unsubscribe = channel.subscribe(jobId, end);
    const poll = setInterval(look, heard ? POLL_MS : POLL_ALONE_MS);
    const deadline = setTimeout(() => end(null), timeoutMs);
    look();
  });
}

/** The outcome as the queue has it; null while the job is under way. */
async function readOutcome(boss: PgBoss, name: string, jobId: string): Promise<JobOutcome | null> {
  const [job] = await boss.findJobs(name, { id: jobId });
  if (!job || job.state === "failed" || job.state === "cancelled") return FAULT;
  if (job.state !== "completed") return null;
  const outcome = jobOutcomeSchema.safeParse(job.output);
  return outcome.success ? outcome.data : FAULT;
}
