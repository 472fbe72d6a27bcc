import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import { processStart } from "./process-start.mjs";

const POLL_MS = 100;
/** Pause before looking again while another process is taking a stale lock away. */
const TAKEOVER_POLL_MS = 10;

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
 * Takes a lock file that names our process by id and start; a lock whose process is gone is taken over, also when
 * another process has its id by now. Of several takers of a stale lock one wins.
 * @param {string} file
 * @returns {{ release: () => void } | { holder: number }} the lock, or the process id of who has it
 */
export function takeLock(file) {
  const own = JSON.stringify({ pid: process.pid, start: processStart(process.pid), id: randomUUID() });
  for (;;) {
    if (create(file, own)) return { release: () => removeIfStill(file, own) };
    const found = read(file);
    if (found === null) continue; // released in the meantime
    const holder = liveHolder(found);
    if (holder !== null) return { holder };
    removeStale(file, found);
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
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Creates the lock with its text in one step (a hard link), so that nobody reads a lock that is still empty. */
function create(file, text) {
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, text, { flag: "wx", mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * Removes a stale lock under a lock of its own, named after its text: two that found it stale do not both remove, the
 * second one then removing what the first has newly made.
 */
function removeStale(file, found) {
  const name = createHash("sha256").update(found).digest("hex").slice(0, 16);
  const right = takeLock(`${file.replace(/\.takeover-\w+$/, "")}.takeover-${name}`);
  if ("holder" in right) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TAKEOVER_POLL_MS);
    return;
  }
  removeIfStill(file, found);
  right.release();
}

function removeIfStill(file, text) {
  if (read(file) === text) fs.rmSync(file, { force: true });
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** Process id of who holds a lock of this text; null when that process is gone, or the text is no lock of ours. */
function liveHolder(text) {
  try {
    const { pid, start } = JSON.parse(text);
    if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
    // A system that does not tell starts leaves the id alone; our own id is then one that was given out again.
    if (start === null) return pid === process.pid ? null : pid;
    return processStart(pid) === start ? pid : null;
  } catch {
    return null;
  }
}
