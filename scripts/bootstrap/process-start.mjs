import { spawnSync } from "node:child_process";
import fs from "node:fs";

/**
 * When a process started, as text that is equal only for the same process: an id is given to another process once its
 * owner has ended, the start is not. Linux: the boot and clock ticks since it (proc(5), field 22 of /proc/PID/stat);
 * elsewhere what `ps` says, in whole seconds.
 * @param {number} pid
 * @returns {string | null} null when there is no such process (one that has ended and is not yet collected counts as
 *   none), or when this system does not tell
 */
export function processStart(pid) {
  if (process.platform === "win32") return null;
  return process.platform === "linux" ? startFromProc(pid) : startFromPs(pid);
}

function startFromProc(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 2 is the program's name in brackets and may itself hold spaces and brackets: field 3 follows the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X" || startTicks === undefined) return null;
    return `${fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${startTicks}`;
  } catch {
    return null;
  }
}

function startFromPs(pid) {
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  return stdout?.trim() || null;
}
