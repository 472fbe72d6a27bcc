import { environment } from "@/lib/config/environment";
import { fetchAnswerHandler } from "@/lib/answers/fetch-answer-handler";
import { scoreAnswerHandler } from "@/lib/answers/score-answer-handler";
import { openBoss } from "@/lib/jobs/boss";
import { fetchAnswerJob } from "@/lib/jobs/fetch-answer-job";
import { deliverWebhookJob } from "@/lib/jobs/deliver-webhook-job";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";
import { workJob } from "@/lib/jobs/work-job";
import { openStore } from "@/lib/storage/open-store";
import { deliverWebhookHandler } from "@/lib/webhook-deliveries/deliver-webhook-handler";
import { followLiveAnswers } from "@/lib/worker/follow-live-answers";
import { startUpkeep } from "@/lib/worker/upkeep";

export interface RunningWorker {
  /** Takes no more jobs and waits this long for the ones in hand. */
  stop(timeoutMs: number): Promise<void>;
}

/** Recordings that one worker gets at the same time: they wait for others' servers, not for its processor. */
const FETCHES_AT_ONCE = 4;
/** Webhooks that one worker sends at the same time, and to one endpoint: four that hang leave the others their places. */
const DELIVERIES_AT_ONCE = 16;
const DELIVERIES_AN_ENDPOINT = 4;

/** Opens the queue and takes its jobs, `concurrency` at a time. */
export async function startWorker(concurrency: number): Promise<RunningWorker> {
  await openStore().removeAbandoned();
  const boss = await openBoss("works");
  await workJob(boss, scoreAnswerJob, scoreAnswerHandler, concurrency);
  await workJob(boss, fetchAnswerJob, fetchAnswerHandler, FETCHES_AT_ONCE);
  await workJob(boss, deliverWebhookJob, deliverWebhookHandler, DELIVERIES_AT_ONCE, DELIVERIES_AN_ENDPOINT);
  const stopUpkeep = startUpkeep(boss);
  const stopFollowing = followLiveAnswers(environment().LIVE_ANSWERS_AT_ONCE);
  return {
    stop: async (timeoutMs) => {
      stopUpkeep();
      await stopFollowing();
      return boss.stop({ graceful: true, close: true, timeout: timeoutMs });
    },
  };
}
