import { PgBoss, type ConstructorOptions } from "pg-boss";
import { databaseUrl } from "@/lib/config/environment";
import { grantQueue } from "@/lib/db/grant-queue";
import { logger } from "@/lib/log/logger";
import { deadLetterName } from "@/lib/jobs/define-job";
import { JOB_KINDS } from "@/lib/jobs/job-kinds";

/** A killed worker's job is taken up by another one after this long. */
const HEARTBEAT_SECONDS = 10;
/** How often dead heartbeats are looked for; pg-boss's own default is a minute. */
const SUPERVISE_SECONDS = 5;
/** A job that goes on longer than this has lost its way: fifteen minutes of sound take well under a minute. */
const EXPIRE_SECONDS = 600;
const RETRIES = 3;
/** Payloads hold ids only; a week helps when looking into a fault. */
const KEEP_DONE_SECONDS = 7 * 24 * 3600;

/**
 * The queue in the application's own PostgreSQL, schema `pgboss`. `sends` opens what a web process needs, `works` what
 * a worker needs (upkeep, and being woken by the database).
 */
export async function openBoss(role: "sends" | "works"): Promise<PgBoss> {
  const works = role === "works";
  const options: ConstructorOptions = {
    connectionString: databaseUrl(),
    application_name: `earshot-${role}`,
    max: works ? 4 : 2,
    supervise: works,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    schedule: false,
    useListenNotify: works,
  };
  const boss = new PgBoss(options);
  boss.on("error", (error) => logger().error({ err: error }, "queue"));
  boss.on("warning", (warning) => logger().warn({ warning: warning.message }, "queue"));
  await boss.start({ attempts: 5 });
  await createQueues(boss);
  await grantQueue();
  return boss;
}

async function createQueues(boss: PgBoss): Promise<void> {
  for (const { name, retries, expireSeconds } of JOB_KINDS) {
    const deadLetter = deadLetterName(name);
    await boss.createQueue(deadLetter, { notify: true, deleteAfterSeconds: KEEP_DONE_SECONDS });
    await boss.createQueue(name, {
      deadLetter,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: expireSeconds ?? EXPIRE_SECONDS,
      deleteAfterSeconds: KEEP_DONE_SECONDS,
      retryLimit: retries ?? RETRIES,
      retryDelay: 1,
      retryBackoff: true,
      notify: true,
    });
  }
}
