// Runs on old versions of Node too: no syntax or function newer than Node 14 in this file.
import { spawn } from "node:child_process";

const MINIMUM = [20, 19];

/** Whether this Node is new enough for the application. */
export function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

/**
 * True when the caller may go on. On an older Node it runs the same command again through npm's `node@22` package,
 * passes signals on, ends with its exit code, and the caller must do nothing more.
 */
export function continueOnThisNode(script, args) {
  if (isNewEnough(process.versions.node)) return true;
  if (process.env.EARSHOT_RESTARTED) {
    console.error(
      `Node ${MINIMUM.join(".")} or newer is needed; this is ${process.versions.node}, and npm's node@22 did not help.`,
    );
    process.exit(1);
  }
  console.log(
    `Node ${process.versions.node} is too old (${MINIMUM.join(".")} is needed): going on with npm's node@22.`,
  );
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const child = spawn(npx, ["--yes", "--package", "node@22", "--", "node", script].concat(args), {
    stdio: "inherit",
    env: Object.assign({}, process.env, { EARSHOT_RESTARTED: "1" }),
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`npx could not be started (${error.message}). Install Node 22 from https://nodejs.org.`);
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code === null ? 1 : code));
  return false;
}
