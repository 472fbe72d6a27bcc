import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { stopGroup } from "./process-group.mjs";

const TAIL_LINES = 30;

/** Children that are running now, so that Ctrl-C during a step ends them too. */
const running = new Set();

/**
 * Runs a command to its end with its output in a log file.
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, logFile: string, env?: Record<string, string | undefined> }} options
 * @throws Error with the end of the log when it does not exit with 0
 */
export async function runLogged([program, ...args], { cwd, logFile, env = process.env }) {
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const log = fs.openSync(logFile, "w");
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", log, log], detached: process.platform !== "win32" });
  running.add(child);
  const failure = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
  running.delete(child);
  fs.closeSync(log);
  if (failure !== null) {
    throw new Error(
      `${path.basename(program)} ${args.join(" ")}: ${failure}\n${tailOf(logFile)}\n(whole log: ${logFile})`,
    );
  }
}

/** Ends what runLogged has under way. */
export async function stopRunning() {
  await Promise.all([...running].map((child) => stopGroup(child)));
}

/** The last lines of a log, for an error message. */
export function tailOf(logFile) {
  const lines = fs.existsSync(logFile) ? fs.readFileSync(logFile, "utf8").trimEnd().split("\n") : [];
  return lines.slice(-TAIL_LINES).join("\n");
}
