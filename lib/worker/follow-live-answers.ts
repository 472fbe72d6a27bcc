import { hostname } from "node:os";
import { ulid } from "ulid";
import { followLiveAnswer } from "@/lib/answers/follow-live-answer";
import { type ClaimedLiveAnswer, claimLiveAnswers } from "@/lib/jobs/claim-live-answers";
import { logger } from "@/lib/log/logger";
import { observeJob } from "@/lib/metrics/instruments";
import { openStore } from "@/lib/storage/open-store";

/** How often new streams are looked for. What came before is caught up with many times faster than it is spoken. */
const LOOK_EVERY_MS = 1_000;
const NAME = "live_answer.follow";

/**
 * Follows the streams of live answers, `atOnce` at a time; the others are decoded when they are completed.
 *
 * @returns lets go of all of them, so that other workers may take them up
 */
export function followLiveAnswers(atOnce: number): () => Promise<void> {
  const owner = `${hostname()}/${process.pid}/${ulid()}`;
  const stopping = new AbortController();
  const following = new Map<string, Promise<void>>();
  const follow = (claimed: ClaimedLiveAnswer): void => {
    const work = followOne(claimed, owner, stopping.signal).finally(() => following.delete(claimed.id));
    following.set(claimed.id, work);
  };
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    if (stopping.signal.aborted || following.size >= atOnce) return;
    (await claimLiveAnswers(owner, atOnce - following.size, [...following.keys()])).forEach(follow);
  };
  const timer = setInterval(() => {
    // One look at a time: a slow database must not let them pile up.
    looking = looking
      .then(look)
      .catch((error: unknown) => logger().warn({ err: error }, "live answers not looked for"));
  }, LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await looking;
    await Promise.all(following.values());
  };
}

async function followOne({ scope, id }: ClaimedLiveAnswer, owner: string, signal: AbortSignal): Promise<void> {
  const event: Record<string, unknown> = { job: NAME, live_answer_id: id, organization_id: scope.organizationId };
  const startedAt = performance.now();
  const end = (code: string): object => {
    const durationMs = performance.now() - startedAt;
    observeJob(NAME, code, durationMs / 1_000);
    return { ...event, code, duration_ms: Math.round(durationMs) };
  };
  try {
    const outcome = await followLiveAnswer({ scope, id, owner, store: openStore(), signal, event });
    logger().info(end(outcome === null ? "let_go" : outcome.ok ? "ok" : outcome.code), "live answer");
  } catch (error) {
    logger().error({ ...end("broke_off"), err: error }, "live answer broke off; a job scores it when it is completed");
  }
}
