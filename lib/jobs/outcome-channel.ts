import pg from "pg";
import { databaseUrl } from "@/lib/config/environment";
import { logger } from "@/lib/log/logger";

/** PostgreSQL channel on which the id of a run that ended is said, when its end is committed. */
export const OUTCOME_CHANNEL = "earshot_run_ended";

type Waiter = () => void;

/** One LISTEN connection a process, shared by all requests that wait; it opens again by itself after a break. */
export class OutcomeChannel {
  readonly #waiters = new Map<string, Set<Waiter>>();
  #client: Promise<pg.Client> | null = null;

  /** Opens the connection if there is none. Rejects when it cannot: the caller then lives by polling. */
  async open(): Promise<void> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = null;
      throw error;
    });
    await this.#client;
  }

  /** Calls back once per message about the run; returns a function that stops that. */
  subscribe(runId: string, waiter: Waiter): () => void {
    const waiters = this.#waiters.get(runId) ?? new Set();
    this.#waiters.set(runId, waiters.add(waiter));
    return () => {
      waiters.delete(waiter);
      if (waiters.size === 0) this.#waiters.delete(runId);
    };
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    this.#client = null;
    await client?.end();
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: databaseUrl(),
      application_name: "earshot-outcomes",
      keepAlive: true,
    });
    client.on("error", (error) => {
      logger().warn({ err: error }, "outcome channel lost");
      this.#client = null;
    });
    client.on("notification", ({ payload = "" }) => {
      for (const waiter of this.#waiters.get(payload) ?? []) waiter();
    });
    await client.connect();
    await client.query(`listen ${OUTCOME_CHANNEL}`);
    return client;
  }
}

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotOutcomes?: OutcomeChannel };

export function outcomeChannel(): OutcomeChannel {
  shared.earshotOutcomes ??= new OutcomeChannel();
  return shared.earshotOutcomes;
}
