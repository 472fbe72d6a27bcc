import pg from "pg";
import { databaseUrl } from "@/lib/config/environment";
import { logger } from "@/lib/log/logger";

/** A look-up is one short statement: more connections would not make it faster. */
const POOL_SIZE = 4;
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 10_000;

export interface Lookup {
  /** One for each text: a connection plans it once. */
  readonly name: string;
  /** SQL with $1, $2, ... */
  readonly text: string;
  readonly values: readonly unknown[];
}

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotLookups?: pg.Pool };

/**
 * One SELECT that sees every organization's rows, in one round trip: withSystem needs four. For what every request asks
 * before its tenant is known. Its connections hold the role earshot_system and are read-only; the import rules are those
 * of withSystem.
 *
 * @returns rows as the driver gives them: to be parsed
 */
export async function lookUpAsSystem({ name, text, values }: Lookup): Promise<readonly unknown[]> {
  shared.earshotLookups ??= openPool();
  return (await shared.earshotLookups.query<Record<string, unknown>>({ name, text, values: [...values] })).rows;
}

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    application_name: "earshot-lookups",
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    allowExitOnIdle: true,
    // The pool waits for the promise; only its types do not say so.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: async (client: pg.ClientBase) => {
      await client.query("set role earshot_system; set default_transaction_read_only = on");
    },
  });
  pool.on("error", (error) => logger().warn({ err: error }, "look-ups: connection lost"));
  return pool;
}

/** Closes the connections; the next look-up opens new ones. */
export async function closeLookups(): Promise<void> {
  const pool = shared.earshotLookups;
  delete shared.earshotLookups;
  await pool?.end();
}
