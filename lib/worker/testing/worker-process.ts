import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Builds the worker as it ships; a second call finds it built. */
export function buildWorker(): void {
  const build =
    'import("./scripts/bundle.mjs").then(({bundle})=>bundle(["worker","decode-child","decode-stream-child","aligner-child","measuring-thread"],()=>{}))';
  execFileSync(process.execPath, ["--input-type=module", "-e", build], { cwd: ROOT, stdio: "inherit" });
}

/** A worker in a process of its own, on the test's database and data folder. Resolves once it takes jobs. */
export async function startWorkerProcess(environment: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["dist/worker.mjs"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "info", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { stdout } = child;
  if (stdout === null) throw new Error("the worker was started without a pipe");
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the worker ended with ${code} before it was ready`)));
    stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString("utf8").includes("worker ready")) resolve();
    });
  });
  return child;
}

/** Ends it without a chance to tidy up, as the machine's loss would. */
export async function killWorkerProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
