import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { databaseUrl } from "@/lib/config/environment";
import { logger } from "@/lib/log/logger";
import type { RateLimit } from "@/lib/rate-limit/rate-limits";

/** Where a client stands after a request was counted. */
export interface RateLimitState {
  readonly limit: RateLimit;
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetSeconds: number;
}

export interface RequestCounter {
  /**
   * Counts one request of a client against a limit. The count is one atomic statement in the database, so that any
   * number of web processes share it exactly. While the database does not answer, each process counts for itself.
   */
  count(client: string, limit: RateLimit): Promise<RateLimitState>;
  close(): Promise<void>;
}

/** Counting is one short statement; more connections would only wait for the same row. */
const POOL_SIZE = 4;
const CONNECT_TIMEOUT_MS = 2_000;

/** A counter with its own connections; a process needs one, which countRequest() opens. */
export function openRequestCounter(): RequestCounter {
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    application_name: "earshot-limits",
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    allowExitOnIdle: true,
  });
  pool.on("error", (error) => logger().warn({ err: error }, "rate limits: connection lost"));
  const limiters = new Map<string, RateLimiterPostgres>();
  return {
    count: async (client, limit) => {
      // A client with a number of its own is counted in the same rows; only the number differs.
      const key = `${limit.name}/${limit.requests}`;
      const limiter = limiters.get(key) ?? openLimiter(pool, limit);
      limiters.set(key, limiter);
      return toState(limit, await limiter.consume(client).then(allow, refuse));
    },
    close: () => pool.end(),
  };
}

function openLimiter(pool: pg.Pool, { name, requests, windowSeconds }: RateLimit): RateLimiterPostgres {
  const counting = { points: requests, duration: windowSeconds, keyPrefix: name };
  return new RateLimiterPostgres({
    ...counting,
    storeClient: pool,
    schemaName: "limits",
    tableName: "requests",
    tableCreated: true,
    clearExpiredByTimeout: false,
    // A client that goes on after its last request costs no query.
    inMemoryBlockOnConsumed: requests,
    insuranceLimiter: new RateLimiterMemory(counting),
  });
}

const allow = (result: RateLimiterRes) => ({ allowed: true, result });
/** consume() rejects with the state of a client that is over its limit, or with a fault. */
const refuse = (result: unknown) => ({ allowed: false, result });

function toState(limit: RateLimit, { allowed, result }: { allowed: boolean; result: unknown }): RateLimitState {
  if (!(result instanceof RateLimiterRes)) throw result;
  const remaining = Math.max(0, result.remainingPoints);
  return { limit, allowed, remaining, resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) };
}

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotRequestCounter?: RequestCounter };

/** The process's counter, opened on first use. */
export function countRequest(client: string, limit: RateLimit): Promise<RateLimitState> {
  shared.earshotRequestCounter ??= openRequestCounter();
  return shared.earshotRequestCounter.count(client, limit);
}

export async function closeRateLimits(): Promise<void> {
  const counter = shared.earshotRequestCounter;
  delete shared.earshotRequestCounter;
  await counter?.close();
}
