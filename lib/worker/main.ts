import { seedDemoAnswers } from "@/lib/worker/seed-demo-answers";
import { environment } from "@/lib/config/environment";
import { closeDatabase } from "@/lib/db/client";
import { closeSender } from "@/lib/jobs/enqueue";
import { liveAnswerChannel } from "@/lib/jobs/live-answer-channel";
import { outcomeChannel } from "@/lib/jobs/outcome-channel";
import { serveMetrics } from "@/lib/worker/serve-metrics";
import { startWorker } from "@/lib/worker/start-worker";
import { yieldToRequests } from "@/lib/worker/yield-to-requests";
import { logger } from "@/lib/log/logger";

/** Running jobs get this long to end; what is cut off is taken up by another worker. */
const SHUTDOWN_MS = 30_000;

// The worker's entry: takes scoring jobs until it is told to stop. As many as you like, on as many machines.
yieldToRequests();
const worker = await startWorker(environment().CONCURRENCY);
const metrics = await serveMetrics();
logger().info({ concurrency: environment().CONCURRENCY }, "worker ready");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    void stop();
  });
}

async function stop(): Promise<void> {
  logger().info("worker stopping");
  metrics?.close();
  await worker.stop(SHUTDOWN_MS);
  await Promise.all([closeSender(), outcomeChannel().close(), liveAnswerChannel().close()]);
  await closeDatabase();
  process.exit(0);
}

// Beside the work, never before it: the demo's answers are one more client.
seedDemoAnswers().catch((error: unknown) => logger().warn({ err: error }, "demo answers not seeded"));
