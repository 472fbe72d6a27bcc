import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { runLogged } from "./run-logged.mjs";
import { step } from "./step.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, one that is installed, or Debian's package where we may install it.
 * @throws Error that says how to get one
 */
export async function ensureChromium({ root, logs }) {
  const found = findChromium();
  if (found !== null) return found;
  if (process.platform !== "linux" || process.getuid() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) {
    throw new Error(
      "The browser tests need Chromium. Install it, and set CHROMIUM_PATH where it is not in the usual place.",
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const logFile = path.join(logs, "chromium.log");
  await step("Installing Chromium", async () => {
    await runLogged(["apt-get", "update", "-q"], { cwd: root, logFile, env });
    await runLogged(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], {
      cwd: root,
      logFile,
      env,
    });
  });
  const installed = findChromium();
  if (installed === null) throw new Error(`Chromium was installed and is not there. See ${logFile}.`);
  return installed;
}

export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  return [...(wanted ? [wanted] : []), ...PLACES].find((file) => fs.existsSync(file)) ?? null;
}
