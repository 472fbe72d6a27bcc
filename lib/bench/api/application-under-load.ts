import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createClients } from "@/lib/bench/api/create-clients";
import type { ApplicationClient } from "@/lib/bench/api/application-client";
import { freePort, withRunningApplication } from "@/lib/bench/running-application";
import { inheritedEnvironment } from "@/lib/config/inherited-environment";
import { runningServer } from "@/scripts/bootstrap/embedded-postgres.mjs";

/** Clients whose requests count apart: 20 x 500 a minute is more than the accept path has to take. */
const CLIENTS = 20;
/** For drained answers: a credit each, over four clients. */
const CREDITS_EACH = 1_000;
const START_TIMEOUT_MS = 60_000;

const recordSchema = z.object({ children: z.array(z.number()).min(1) });

export interface ApplicationUnderLoad {
  readonly clients: readonly ApplicationClient[];
  /** A second web process on the same database. */
  readonly secondUrl: string;
  /** Process id of the first web process. */
  readonly webPid: number;
}

/** The running application with clients of its own and a second web process; all stopped and erased afterwards. */
export function withApplicationUnderLoad<T>(
  root: string,
  work: (application: ApplicationUnderLoad) => Promise<T>,
): Promise<T> {
  const changes = { OUTBOUND_ALLOW: "127.0.0.0/8" };
  return withRunningApplication(
    root,
    async ({ url, dataDir }) => {
      const database = runningServer(path.join(dataDir, "postgres"));
      if (database === null) throw new Error("The database of the application is not there.");
      const settings = { DATABASE_URL: database.url, DATA_DIR: dataDir };
      const clients = await createClients(root, settings, { url, count: CLIENTS, credits: CREDITS_EACH });
      const [webPid = 0] = recordSchema.parse(
        JSON.parse(await readFile(path.join(dataDir, "up.json"), "utf8")),
      ).children;
      const second = await startSecondWeb(root, { ...settings, ...changes });
      try {
        return await work({ clients, webPid, secondUrl: second.url });
      } finally {
        second.process.kill("SIGTERM");
      }
    },
    changes,
  );
}

async function startSecondWeb(
  root: string,
  settings: Readonly<Record<string, string>> & { readonly DATA_DIR: string },
): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const port = String(await freePort());
  const secret = async (name: string) => (await readFile(path.join(settings.DATA_DIR, name), "utf8")).trim();
  const web = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", port], {
    cwd: root,
    stdio: "ignore",
    env: inheritedEnvironment({
      ...settings,
      ...{ NODE_ENV: "production", PORT: port, NEXTAUTH_URL: `http://localhost:${port}` },
      ...{ NEXTAUTH_SECRET: await secret("session-secret"), SECRETS_KEY: await secret("secrets-key") },
    }),
  });
  const url = `http://localhost:${port}`;
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    const well = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (well) return { url, process: web };
    await sleep(200);
  }
  web.kill("SIGKILL");
  throw new Error("The second web process did not come up.");
}
