import { spawn } from "node:child_process";

/** What a program may write before it is cut off: peers print a few numbers. */
const MAX_OUTPUT_CHARS = 1_000_000;
const TIMEOUT_MS = 600_000;

export interface ProgramEnd {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end and returns what it wrote.
 * @throws Error with the end of its messages when it cannot be started, fails or takes more than ten minutes
 */
export async function runProgram(command: string, programArguments: readonly string[]): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, programArguments, { stdio: ["ignore", "pipe", "pipe"], timeout: TIMEOUT_MS });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout = (stdout + text).slice(-MAX_OUTPUT_CHARS)));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr = (stderr + text).slice(-MAX_OUTPUT_CHARS)));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve({ stdout, stderr });
      else reject(new Error(`${command} ended with ${signal ?? `exit code ${code}`}: ${stderr.slice(-500)}`));
    });
  });
}

/** First line that the program prints with `versionArguments`, or null when there is no such program. */
export async function findProgram(command: string, versionArguments: readonly string[]): Promise<string | null> {
  const end = await runProgram(command, versionArguments).catch(() => null);
  return end && ((end.stdout || end.stderr).trim().split("\n", 1)[0] ?? "");
}
