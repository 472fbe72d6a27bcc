import pino, { type Logger } from "pino";
import { environment } from "@/lib/config/environment";

/** What must never reach a log, wherever in an event it stands. */
const REDACTED = ["password", "authorization", "cookie", "transcript", "api_key", "token"];

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotLogger?: Logger };

/** The process's logger: one JSON line an event on standard output. */
export function logger(): Logger {
  shared.earshotLogger ??= pino({
    level: environment().NODE_ENV === "test" ? "silent" : environment().LOG_LEVEL,
    base: null,
    redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return shared.earshotLogger;
}
