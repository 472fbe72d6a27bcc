import { z } from "zod";

/** Prisma: not reachable, silent, closed, no connection free. */
const PRISMA_CODES = ["P1001", "P1002", "P1008", "P1017", "P2024"];
/** The system's words for a connection that did not come about, or broke off. */
const SYSTEM_CODES = ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EPIPE"];
/**
 * PostgreSQL: connection exceptions (class 08), too many connections, shut down, crashed, starting up.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const SQL_STATES = /^(08...|53300|57P0[1-5])$/;
/** The driver's faults that carry no code, and the one of P2028 that is not ours (it also stands for a time limit). */
const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect)|Unable to start a transaction/;

const faultSchema = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  meta: z.unknown().optional(),
  driverAdapterError: z.unknown().optional(),
  /** The adapter's. */
  kind: z.string().optional().catch(undefined),
  originalCode: z.string().optional().catch(undefined),
});
/** Faults lie inside each other; no chain of ours is longer. */
const DEEPEST = 6;

/** Whether a fault means that the database cannot be reached just now, so that the same may work a little later. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  const { success, data: fault } = faultSchema.safeParse(error);
  if (!success || depth > DEEPEST) return false;
  const { code = "", originalCode = "", message = "" } = fault;
  if (PRISMA_CODES.includes(code) || SYSTEM_CODES.includes(code) || DRIVER_MESSAGES.test(message)) return true;
  if (SQL_STATES.test(code) || SQL_STATES.test(originalCode) || fault.kind === "DatabaseNotReachable") return true;
  return [fault.cause, fault.meta, fault.driverAdapterError].some((inner) => isDatabaseAway(inner, depth + 1));
}
