import { spawn } from "node:child_process";
import { stopGroup } from "./process-group.mjs";

/**
 * Runs commands one after the other with their output shown, all of them even when one fails.
 * @param {{ name: string, command: string[], env?: Record<string, string> }[]} stages
 * @param {string} root
 * @returns {Promise<{ name: string, passed: boolean, seconds: number }[]>}
 */
export async function runStages(stages, root) {
  const results = [];
  for (const { name, command, env } of stages) {
    console.log(`\n── ${name} ${"─".repeat(Math.max(4, 60 - name.length))}`);
    const started = Date.now();
    const passed = await run(command, root, env);
    const seconds = (Date.now() - started) / 1000;
    console.log(`${passed ? "✓" : "✗"} ${name}, ${seconds.toFixed(1)} s`);
    results.push({ name, passed, seconds });
  }
  return results;
}

/** Prints one line a stage and the closing line. Returns the exit code. */
export function closeWith(results) {
  console.log("");
  for (const { name, passed, seconds } of results)
    console.log(`${passed ? "✓" : "✗"} ${name.padEnd(20)} ${seconds.toFixed(1)} s`);
  const failed = results.filter((result) => !result.passed);
  if (failed.length > 0) console.log(`Failed: ${failed.map((result) => result.name).join(", ")}`);
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

function run([program, ...args], cwd, env = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    detached: process.platform !== "win32",
  });
  const interrupt = () => void stopGroup(child).then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, interrupt);
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on("exit", (code) => resolve(code === 0));
  }).finally(() => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, interrupt);
  });
}
