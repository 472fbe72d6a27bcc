import { access, constants, mkdir } from "node:fs/promises";
import path from "node:path";
import { environment } from "@/lib/config/environment";
import { database } from "@/lib/db/client";
import { answerWithin } from "@/lib/health/answer-within";
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
        await answerWithin(CHECK_TIMEOUT_MS, check());
        return [];
      } catch (error) {
        logger().warn({ err: error, check: name }, "not ready");
        return [name];
      }
    }),
  );
  return found.flat();
}

async function checkStorage(): Promise<void> {
  const folder = path.join(environment().dataDir, "recordings");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await access(folder, constants.W_OK);
}
