import type { Prisma } from "@/lib/db/generated/client";

/** What the work inside withOrganization and withSystem gets: every model, and raw SQL, on one connection. */
export type Transaction = Prisma.TransactionClient;

export interface TransactionOptions {
  /** How long the whole may take, once begun. */
  readonly timeoutMs?: number;
  /** How long to wait for a free connection. */
  readonly maxWaitMs?: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_WAIT_MS = 10_000;

/** Our options in Prisma's words. */
export function prismaOptions(options: TransactionOptions): { timeout: number; maxWait: number } {
  return { timeout: options.timeoutMs ?? DEFAULT_TIMEOUT_MS, maxWait: options.maxWaitMs ?? DEFAULT_MAX_WAIT_MS };
}
