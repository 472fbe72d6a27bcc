import fs from "node:fs";

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * Takes a lock file that holds our process id; a lock whose process is gone is taken over.
 * @returns {{ release: () => void } | { holder: number }} the lock, or the process id of who has it
 */
export function takeLock(file) {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
      return { release: () => fs.rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readHolder(file);
    if (holder !== null && isAlive(holder)) return { holder };
    fs.rmSync(file, { force: true });
  }
}

/** Like takeLock, but waits for the other one to finish; throws after `timeoutMs`. */
export async function waitForLock(file, timeoutMs) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const lock = takeLock(file);
    if ("release" in lock) return lock;
    if (Date.now() > until)
      throw new Error(`Process ${lock.holder} has held ${file} for too long. End it, or delete the file.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function readHolder(file) {
  try {
    const pid = Number(fs.readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
