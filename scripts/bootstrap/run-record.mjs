import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isAlive, takeLock } from "./start-lock.mjs";

/** How a process of ours shows in the process list; anything else under a remembered id is somebody else's. */
const OURS = /next(-server| start|\/dist\/bin\/next)|worker\.mjs/;

/**
 * One `up` per data folder. Ends web and worker processes that a killed run left behind.
 * @returns {{ release: () => void, write: (record: object) => void } | { runningAt: string | null }}
 */
export function claimDataFolder(dataDir) {
  const recordFile = path.join(dataDir, "up.json");
  const record = readRecord(recordFile);
  const lock = takeLock(path.join(dataDir, "up.lock"));
  if ("holder" in lock) return { runningAt: record?.url ?? null };
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
