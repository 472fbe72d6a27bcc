import { scoreAnswerHandler } from "@/lib/answers/score-answer-handler";
import { openBoss } from "@/lib/jobs/boss";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";
import { workJob } from "@/lib/jobs/work-job";
import { openStore } from "@/lib/storage/open-store";
import { startUpkeep } from "@/lib/worker/upkeep";

export interface RunningWorker {
  /** Takes no more jobs and waits this long for the ones in hand. */
  stop(timeoutMs: number): Promise<void>;
}

/** Opens the queue and takes its jobs, `concurrency` at a time. */
export async function startWorker(concurrency: number): Promise<RunningWorker> {
  await openStore().removeAbandoned();
  const boss = await openBoss("works");
  await workJob(boss, scoreAnswerJob, scoreAnswerHandler, concurrency);
  const stopUpkeep = startUpkeep(boss);
  return {
    stop: (timeoutMs) => {
      stopUpkeep();
      return boss.stop({ graceful: true, close: true, timeout: timeoutMs });
    },
  };
}
