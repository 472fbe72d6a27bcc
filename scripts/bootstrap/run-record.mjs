import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isAlive, takeLock } from "./start-lock.mjs";
import { say } from "./step.mjs";

/** A first start installs and builds: another one waits this long for it. */
const OTHER_START_TIMEOUT_MS = 600_000;
const POLL_MS = 500;

/** How a process of ours shows in the process list; anything else under a remembered id is somebody else's. */
const OURS = /next(-server| start|\/dist\/bin\/next)|worker\.mjs/;

/**
 * Claims the data folder, or says where Earshot answers with it. While another `up` holds it and does not answer (it is
 * starting or stopping), this one waits, and goes on once the folder is free.
 * @param {string} dataDir
 * @param {number} [timeoutMs]
 * @returns {Promise<{ release: () => void, write: (record: object) => void } | { runningAt: string }>}
 * @throws Error that names the process when it neither answers nor ends
 */
export async function claimWhenFree(dataDir, timeoutMs = OTHER_START_TIMEOUT_MS) {
  const until = Date.now() + timeoutMs;
  for (let waiting = false; ; waiting = true) {
    const claim = claimDataFolder(dataDir);
    if (!("holder" in claim)) return claim;
    if (claim.url !== null && (await isWell(claim.url))) return { runningAt: claim.url };
    if (Date.now() > until) {
      throw new Error(`Process ${claim.holder} holds ${dataDir} and does not answer. End it, then start again.`);
    }
    if (!waiting) say(`Process ${claim.holder} is starting Earshot with this data folder; waiting for it …`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function isWell(url) {
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * One `up` per data folder. Ends web and worker processes that a killed run left behind.
 * @returns {{ release: () => void, write: (record: object) => void } | { holder: number, url: string | null }}
 */
function claimDataFolder(dataDir) {
  const recordFile = path.join(dataDir, "up.json");
  const record = readRecord(recordFile);
  const lock = takeLock(path.join(dataDir, "up.lock"));
  if ("holder" in lock) return { holder: lock.holder, url: record?.url ?? null };
  for (const pid of record?.children ?? []) endLeftover(pid);
  return {
    write: (next) => fs.writeFileSync(recordFile, JSON.stringify(next), { mode: 0o600 }),
    release: () => {
      fs.rmSync(recordFile, { force: true });
      lock.release();
    },
  };
}

function readRecord(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function endLeftover(pid) {
  if (process.platform === "win32" || !isAlive(pid)) return;
  const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  if (!OURS.test(stdout ?? "")) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // gone in the meantime
  }
}
