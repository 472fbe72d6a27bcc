import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { stopGroup } from "./process-group.mjs";
import { tailOf } from "./run-logged.mjs";
import { say } from "./step.mjs";

const HEALTH_TIMEOUT_MS = 90_000;
const HEALTH_POLL_MS = 150;
/** A worker that ends this often is not restarted again. */
const MAX_RESTARTS = 5;
const RESTART_AFTER_MS = 1_000;

/**
 * Starts the web application and the worker, each in an own process group with an own log.
 * @param {{ root: string, logs: string, port: number, env: Record<string, string>, onStart: (pids: number[]) => void, onEnd: (message: string) => void }} options
 *   `onStart` is told the process ids after each start, also of a worker that is started again; `onEnd` is told when
 *   one of them ended and is not coming back
 */
export function startServices({ root, logs, port, env, onStart, onEnd }) {
  fs.mkdirSync(logs, { recursive: true });
  const children = new Map();
  let stopping = false;
  let restarts = 0;

  function start(name, args) {
    const logFile = path.join(logs, `${name}.log`);
    const log = fs.openSync(logFile, restarts === 0 ? "w" : "a");
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ["ignore", log, log],
      detached: process.platform !== "win32",
    });
    fs.closeSync(log);
    children.set(name, child);
    onStart([...children.values()].flatMap(({ pid }) => pid ?? []));
    child.on("exit", (code, signal) => {
      if (stopping) return;
      const how = signal ?? `exit code ${code}`;
      if (name === "worker" && restarts < MAX_RESTARTS) {
        restarts++;
        say(`The worker ended (${how}); starting it again. Log: ${logFile}`);
        setTimeout(() => !stopping && start(name, args), RESTART_AFTER_MS);
      } else {
        onEnd(`${name} ended (${how}):\n${tailOf(logFile)}`);
      }
    });
  }

  start("web", ["node_modules/next/dist/bin/next", "start", "--port", String(port)]);
  if (fs.existsSync(path.join(root, "dist/worker.mjs"))) start("worker", ["--enable-source-maps", "dist/worker.mjs"]);

  return {
    stop: async () => {
      stopping = true;
      await Promise.all([...children.values()].map((child) => stopGroup(child)));
    },
  };
}

/** Waits until the application says that it is well. */
export async function waitForHealth(baseUrl, logFile) {
  const until = Date.now() + HEALTH_TIMEOUT_MS;
  let last = "no answer";
  while (Date.now() < until) {
    try {
      const response = await fetch(`${baseUrl}/healthz`, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `status ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, HEALTH_POLL_MS));
  }
  throw new Error(`${baseUrl}/healthz was not well in time (${last}). End of the log:\n${tailOf(logFile)}`);
}
