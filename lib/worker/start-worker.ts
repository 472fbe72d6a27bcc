import { scoreAnswerHandler } from "@/lib/answers/score-answer-handler";
import { openBoss } from "@/lib/jobs/boss";
import { recoverRuns } from "@/lib/jobs/recover-runs";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";
import { workJob } from "@/lib/jobs/work-job";
import { logger } from "@/lib/log/logger";
import { openStore } from "@/lib/storage/open-store";

/** How often runs that lost their job are looked for. */
const UPKEEP_MS = 30_000;

export interface RunningWorker {
  /** Takes no more jobs and waits this long for the ones in hand. */
  stop(timeoutMs: number): Promise<void>;
}

/** Opens the queue and takes its jobs, `concurrency` at a time. */
export async function startWorker(concurrency: number): Promise<RunningWorker> {
  await openStore().removeAbandoned();
  const boss = await openBoss("works");
  await workJob(boss, scoreAnswerJob, scoreAnswerHandler, concurrency);
  const upkeep = setInterval(() => {
    recoverRuns(boss).catch((error: unknown) => logger().warn({ err: error }, "runs not looked after"));
  }, UPKEEP_MS);
  return {
    stop: (timeoutMs) => {
      clearInterval(upkeep);
      return boss.stop({ graceful: true, close: true, timeout: timeoutMs });
    },
  };
}
