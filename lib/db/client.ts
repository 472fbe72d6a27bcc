import { PrismaPg } from "@prisma/adapter-pg";
import { databaseUrl, environment } from "@/lib/config/environment";
import { PrismaClient } from "@/lib/db/generated/client";
import { statementNames } from "@/lib/db/statement-names";
import { closeLookups } from "@/lib/db/system-lookup";

/** How long a query may run before the server ends it. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A transaction that nobody goes on with is ended: it holds locks. */
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Bundlers may load this file more than once in a process; the pool must exist once. */
const shared = globalThis as typeof globalThis & { earshotDatabase?: PrismaClient };

/**
 * The process's connection pool. Not for tenant data: no role is assumed, so row-level security shows nothing.
 * Use withOrganization, or withSystem for what comes before the tenant is known.
 */
export function database(): PrismaClient {
  shared.earshotDatabase ??= createClient(databaseUrl(), environment().DATABASE_POOL_SIZE);
  return shared.earshotDatabase;
}

/** Closes the process's connections; the next use opens new ones. */
export async function closeDatabase(): Promise<void> {
  const client = shared.earshotDatabase;
  delete shared.earshotDatabase;
  await client?.$disconnect();
  await closeLookups();
}

/** A client on its own pool, for scripts and tests. */
export function createClient(url: string, poolSize: number): PrismaClient {
  const nameOf = statementNames();
  const pool = {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    application_name: "earshot",
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) });
  return new PrismaClient({ adapter });
}
