import { spawn } from "node:child_process";
import { stopGroup } from "./process-group.mjs";

/**
 * Runs commands one after the other with their output shown, all of them even when one fails. A stage with `skipped`
 * instead of a command says why it has none.
 * @param {({ name: string, command: string[], env?: Record<string, string> } | { name: string, skipped: string })[]} stages
 * @param {string} root
 * @returns {Promise<{ name: string, passed: boolean, seconds: number, skipped?: string }[]>}
 */
export async function runStages(stages, root) {
  const results = [];
  for (const { name, command, env, skipped } of stages) {
    console.log(`\n── ${name} ${"─".repeat(Math.max(4, 60 - name.length))}`);
    if (skipped !== undefined) {
      console.log(`- ${name}: skipped, ${skipped}`);
      results.push({ name, passed: true, seconds: 0, skipped });
      continue;
    }
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
  for (const { name, passed, seconds, skipped } of results) {
    const outcome = skipped === undefined ? `${seconds.toFixed(1)} s` : `skipped: ${skipped}`;
    console.log(`${skipped !== undefined ? "-" : passed ? "✓" : "✗"} ${name.padEnd(20)} ${outcome}`);
  }
  const failed = results.filter((result) => !result.passed);
  const skips = results.filter((result) => result.skipped !== undefined).length;
  if (failed.length > 0) console.log(`Failed: ${failed.map((result) => result.name).join(", ")}`);
  const skipText = skips > 0 ? `, ${skips} skipped` : "";
  console.log(`${results.length - failed.length - skips} passed, ${failed.length} failed${skipText}`);
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
