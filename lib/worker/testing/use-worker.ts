import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import { closeSender } from "@/lib/jobs/enqueue";
import { liveAnswerChannel } from "@/lib/jobs/live-answer-channel";
import { outcomeChannel } from "@/lib/jobs/outcome-channel";
import { startWorker, type RunningWorker } from "@/lib/worker/start-worker";

/**
 * Runs the real worker inside the test, on the test's database and a data folder of its own. Call it after
 * useTestDatabase().
 *
 * @returns where the recordings lie
 */
export function useWorker(concurrency = 2): () => string {
  let dataDir = "";
  let worker: RunningWorker | null = null;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), "earshot-worker-"));
    const secret = "a secret for tests, 32 characters";
    changeEnvironmentForTests({ DATA_DIR: dataDir, NEXTAUTH_SECRET: secret, SECRETS_KEY: secret });
    worker = await startWorker(concurrency);
  });
  afterAll(async () => {
    await worker?.stop(5_000);
    await closeSender();
    await Promise.all([outcomeChannel().close(), liveAnswerChannel().close()]);
    await rm(dataDir, { recursive: true, force: true });
  });
  return () => path.join(dataDir, "recordings");
}
