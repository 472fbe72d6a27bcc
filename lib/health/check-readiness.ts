import { access, constants, mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { environment } from "@/lib/config/environment";
import { database } from "@/lib/db/client";
import { logger } from "@/lib/log/logger";

/** Longer than any of the checks takes on a busy machine; load balancers ask every few seconds. */
const CHECK_TIMEOUT_MS = 2_000;

/** What is missing for this process to do its work, in words without addresses; empty when it is ready. */
export async function checkReadiness(): Promise<string[]> {
  const checks: [string, () => Promise<unknown>][] = [
    ["the database does not answer", () => database().$queryRaw`select 1`],
    ["the database is not migrated", () => database().$queryRaw`select 1 from "assessments" limit 0`],
    ["the queue is not there", () => database().$queryRaw`select version from pgboss.version limit 1`],
    ["recordings cannot be stored", checkStorage],
  ];
  const found = await Promise.all(
    checks.map(async ([name, check]) => {
      try {
        await withinTime(check());
        return [];
      } catch (error) {
        logger().warn({ err: error, check: name }, "not ready");
        return [name];
      }
    }),
  );
  return found.flat();
}

/** A database that takes the connection and says nothing is as bad as one that is away. */
async function withinTime(work: Promise<unknown>): Promise<unknown> {
  work.catch(() => undefined); // its fault after the time is over is nobody's any more
  const late = new AbortController();
  const timeout = sleep(CHECK_TIMEOUT_MS, null, { signal: late.signal }).then(() => {
    throw new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`);
  });
  timeout.catch(() => undefined); // aborted below when the work was in time
  return Promise.race([work, timeout]).finally(() => late.abort());
}

async function checkStorage(): Promise<void> {
  const folder = path.join(environment().dataDir, "recordings");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await access(folder, constants.W_OK);
}
