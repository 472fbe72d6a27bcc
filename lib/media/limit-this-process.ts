import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PRLIMIT = "/usr/bin/prlimit";
/** Fifteen minutes of sound are 58 MB; decoder, filters and JavaScript fit many times into this. */
const MAX_DATA_BYTES = 1_500 * 1024 * 1024;

/**
 * Linux: this process may allocate 1.5 GB, write no file and leave no core dump. Elsewhere, or without util-linux, the
 * limits of the decoder itself and the parent's timer remain.
 */
export function limitThisProcess(): void {
  if (process.platform !== "linux" || !existsSync(PRLIMIT)) return;
  const limits = [`--data=${MAX_DATA_BYTES}`, "--fsize=0", "--core=0"];
  try {
    execFileSync(PRLIMIT, ["--pid", String(process.pid), ...limits], { stdio: "ignore", timeout: 2_000 });
  } catch {
    // A container may forbid prlimit; the other limits still hold.
  }
}
