import { writeSync } from "node:fs";
import type { CommandOutput } from "@/lib/cli/command-outcome";

const DEFAULT_COLUMNS = 100;
const MAX_COLUMNS = 120;
const STDOUT = 1;
const STDERR = 2;

/** This process's terminal. Written synchronously: a piped result must be whole when the process ends. */
export function commandOutput(): CommandOutput {
  return {
    out: (text) => writeAll(STDOUT, text),
    error: (line) => writeAll(STDERR, `${line}\n`),
    // hasColors() honours NO_COLOR, FORCE_COLOR and what the terminal can do; a pipe has no such method.
    colour: process.stdout.isTTY === true && process.stdout.hasColors(),
    columns: Math.min(process.stdout.columns ?? DEFAULT_COLUMNS, MAX_COLUMNS),
  };
}

/** A full pipe answers EAGAIN: the reader needs another moment. A closed one (`| head`) is not our failure. */
function writeAll(stream: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(stream, bytes, at);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
    }
  }
}
