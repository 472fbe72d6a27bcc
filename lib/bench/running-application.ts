import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { inheritedEnvironment } from "@/lib/config/inherited-environment";

/** A first start builds the application and seeds its database. */
const START_TIMEOUT_MS = 900_000;
const IDLE_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 500;
const STDERR_TAIL_CHARS = 2_000;

const credentialsSchema = z.object({ apiKey: z.string() });
const pageSchema = z.object({ data: z.array(z.object({ status: z.string() })) });

export interface RunningApplication {
  readonly url: string;
  readonly apiKey: string;
  readonly dataDir: string;
}

/**
 * Runs `work` against the application as people start it: the production build (made anew where it is stale), an own
 * embedded database, a worker, an own data folder and port; stopped and erased afterwards. It is idle when `work`
 * begins: the bundled answers of a first start are scored by then.
 *
 * @param settings variables besides those that keep it apart
 * @throws Error with the end of what `npm run up` said when it does not come up
 */
export async function withRunningApplication<T>(
  root: string,
  work: (application: RunningApplication) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "earshot-bench-application-"));
  await chmod(dataDir, 0o755); // the database's own user must be able to pass through
  const port = await freePort();
  const own = { DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "", NEXTAUTH_URL: "" };
  const up = spawn(process.execPath, [path.join(root, "scripts", "up.mjs")], {
    cwd: root,
    env: inheritedEnvironment({ ...settings, ...own }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    const url = `http://localhost:${port}`;
    await comeUp(up, url);
    const credentials: unknown = JSON.parse(await readFile(path.join(dataDir, "credentials.json"), "utf8"));
    const application = { url, apiKey: credentialsSchema.parse(credentials).apiKey, dataDir };
    await becomeIdle(application);
    return await work(application);
  } finally {
    await stop(up);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, resolve));
  // `as`: a server that listens on a port, not on a pipe, has such an address.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function comeUp(up: ChildProcess, url: string): Promise<void> {
  let tail = "";
  up.stderr?.setEncoding("utf8").on("data", (text: string) => (tail = (tail + text).slice(-STDERR_TAIL_CHARS)));
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    if (up.exitCode !== null) break;
    const well = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (well) return;
    await sleep(POLL_MS);
  }
  throw new Error(`The application did not come up: ${tail.trim().replace(/\s*\n\s*/g, " | ")}`);
}

async function becomeIdle({ url, apiKey }: RunningApplication): Promise<void> {
  const until = Date.now() + IDLE_TIMEOUT_MS;
  while (Date.now() < until) {
    const headers = { Authorization: `Bearer ${apiKey}` };
    const response = await fetch(`${url}/v1/soft-skills-score?limit=100`, { headers });
    const { data } = pageSchema.parse(await response.json());
    const busy = data.some(({ status }) => status === "queued" || status === "processing");
    if (data.length > 0 && !busy) return;
    await sleep(POLL_MS);
  }
  throw new Error("The bundled answers were not scored in time.");
}

async function stop(up: ChildProcess): Promise<void> {
  if (up.exitCode !== null || up.signalCode !== null) return;
  const ended = new Promise((resolve) => up.once("exit", resolve));
  up.kill("SIGTERM");
  const late = setTimeout(() => up.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(late);
}
