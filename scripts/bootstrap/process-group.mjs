import { spawnSync } from "node:child_process";

/** Time for an orderly end before the group is killed. */
const GRACE_MS = 8_000;

/** Ends a detached child together with everything that it started; resolves when the child is gone. */
export async function stopGroup(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child.pid, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child.pid, "SIGKILL"), GRACE_MS);
  await gone;
  clearTimeout(timer);
  signalGroup(child.pid, "SIGKILL"); // grandchildren that outlived it
}

function signalGroup(pid, signal) {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // the group is gone already
  }
}
