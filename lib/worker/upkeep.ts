import type { PgBoss } from "pg-boss";
import { forgetDeadRuns } from "@/lib/jobs/dead-runs";
import { proveLedger } from "@/lib/jobs/prove-ledger";
import { recoverDeliveries, removeOldEvents } from "@/lib/jobs/recover-deliveries";
import { recoverRuns } from "@/lib/jobs/recover-runs";
import { removeExpiredUploads } from "@/lib/jobs/remove-expired-uploads";
import { removeOldLiveAnswers } from "@/lib/jobs/remove-old-live-answers";
import { logger } from "@/lib/log/logger";
import { nightly } from "@/lib/worker/nightly";

/** Something that has to be looked after now and then. Every worker does it, so doing it twice must do no harm. */
interface Task {
  readonly name: string;
  readonly everySeconds: number;
  run(boss: PgBoss): Promise<unknown>;
}

const TASKS: readonly Task[] = [
  { name: "recover runs", everySeconds: 30, run: recoverRuns },
  { name: "recover webhook deliveries", everySeconds: 300, run: recoverDeliveries },
  { name: "remove old webhook events", everySeconds: 3_600, run: removeOldEvents },
  { name: "forget dead runs", everySeconds: 3_600, run: forgetDeadRuns },
  { name: "prove the ledger", everySeconds: 1_800, run: nightly(proveLedger) },
  { name: "remove expired uploads", everySeconds: 300, run: removeExpiredUploads },
  { name: "remove old live answers", everySeconds: 300, run: removeOldLiveAnswers },
];

/** Starts the worker's regular tasks; the result stops them. A task that fails is tried again at its next time. */
export function startUpkeep(boss: PgBoss): () => void {
  const timers = TASKS.map(({ name, everySeconds, run }) =>
    setInterval(() => {
      run(boss).catch((error: unknown) => logger().warn({ err: error, task: name }, "upkeep"));
    }, everySeconds * 1_000),
  );
  return () => timers.forEach(clearInterval);
}
