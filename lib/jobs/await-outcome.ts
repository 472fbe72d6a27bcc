import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { outcomeChannel } from "@/lib/jobs/outcome-channel";
import { logger } from "@/lib/log/logger";

/** A message can be lost with its connection; the record is looked at this often besides. */
const POLL_MS = 1_000;
/** Without the channel, polling alone must still be quick. */
const POLL_ALONE_MS = 50;

/**
 * Waits for the end of a run: woken by the database, with the record as the floor that holds when a message got lost or
 * came before the waiting began.
 *
 * @param read the outcome as the record has it; null while the run is open
 * @returns null when the time was over first
 */
export async function awaitOutcome(
  runId: string,
  read: () => Promise<JobOutcome | null>,
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
      void read().then(
        (outcome) => outcome && end(outcome),
        (error: unknown) => logger().warn({ err: error, run_id: runId }, "outcome not read, trying again"),
      );
    };
    const unsubscribe = channel.subscribe(runId, look);
    const poll = setInterval(look, heard ? POLL_MS : POLL_ALONE_MS);
    const deadline = setTimeout(() => end(null), timeoutMs);
    look();
  });
}
