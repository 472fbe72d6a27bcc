import fs from "node:fs";
import path from "node:path";
import { fingerprint, unlessFresh } from "./fingerprint.mjs";
import { runLogged } from "./run-logged.mjs";
import { step } from "./step.mjs";

/**
 * `npm ci` where node_modules is missing or belongs to another lock file.
 * @param {{ root: string, logs: string }} places
 */
export async function installPackages({ root, logs }) {
  const wanted = fingerprint(root, ["package-lock.json"]);
  await unlessFresh(path.join(root, "node_modules/.earshot-lock"), wanted, async () => {
    if (isInstalled(root)) return;
    await step("Installing packages", () =>
      runLogged(npmCommand(["ci", "--no-audit", "--no-fund", "--prefer-offline"]), {
        cwd: root,
        logFile: path.join(logs, "install.log"),
        // Development packages are needed to build; node-av would otherwise download an ffmpeg that is not used.
        env: { ...process.env, NODE_ENV: "development", SKIP_FFMPEG: "true" },
      }),
    );
  });
}

/** Whether npm's own record of node_modules agrees with the lock file: somebody ran `npm ci` or `npm install`. */
function isInstalled(root) {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!fs.existsSync(record)) return false;
  const installed = JSON.parse(fs.readFileSync(record, "utf8")).packages;
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(
    ([at, wanted]) => at === "" || (wanted.optional && !installed[at]) || installed[at]?.version === wanted.version,
  );
}

function npmCommand(args) {
  // npm tells its children which npm they run under; without it, the one on the path.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return [process.execPath, cli, ...args];
  return [process.platform === "win32" ? "npm.cmd" : "npm", ...args];
}
