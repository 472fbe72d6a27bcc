import { environment } from "@/lib/config/environment";
import { setServerLimits } from "@/lib/http/server-limits";
import { sender } from "@/lib/jobs/enqueue";
import { removeOrphanedRecordings } from "@/lib/jobs/remove-orphaned-recordings";
import { outcomeChannel } from "@/lib/jobs/outcome-channel";
import { logger } from "@/lib/log/logger";
import { openStore } from "@/lib/storage/open-store";

/**
 * What a web process does before its first request: checks its settings (a wrong one stops it here, with a clear
 * message), sweeps up what interrupted uploads left, and opens the queue so that nobody's first request waits for that.
 */
export async function prepareServer(): Promise<void> {
  environment();
  setServerLimits();
  const store = openStore();
  await store.removeAbandoned();
  // Not awaited: nobody's first request waits for it, and a database that is not up yet must not stop the start.
  removeOrphanedRecordings(store).catch((error: unknown) => logger().warn({ err: error }, "recordings not swept"));
  await Promise.all([sender(), outcomeChannel().open()]).catch((error: unknown) =>
    logger().warn({ err: error }, "queue not open yet; it is tried again with the first request"),
  );
}
