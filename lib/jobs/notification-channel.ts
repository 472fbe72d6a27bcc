import pg from "pg";
import { databaseUrl } from "@/lib/config/environment";
import { logger } from "@/lib/log/logger";

type Waiter = () => void;

/** One LISTEN connection a process and channel, shared by all that wait; it opens again by itself after a break. */
export class NotificationChannel {
  readonly #waiters = new Map<string | null, Set<Waiter>>();
  #client: Promise<pg.Client> | null = null;

  constructor(readonly name: string) {}

  /** Opens the connection if there is none. Rejects when it cannot: the caller then lives by polling. */
  async open(): Promise<void> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = null;
      throw error;
    });
    await this.#client;
  }

  /** Calls back once per message with this payload, or (null) once per message; returns a function that stops that. */
  subscribe(payload: string | null, waiter: Waiter): () => void {
    const waiters = this.#waiters.get(payload) ?? new Set();
    this.#waiters.set(payload, waiters.add(waiter));
    return () => {
      waiters.delete(waiter);
      if (waiters.size === 0) this.#waiters.delete(payload);
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
      application_name: "earshot-listens",
      keepAlive: true,
    });
    client.on("error", (error) => {
      logger().warn({ err: error, channel: this.name }, "channel lost");
      this.#client = null;
    });
    client.on("notification", ({ payload = "" }) => {
      for (const key of [payload, null]) for (const waiter of this.#waiters.get(key) ?? []) waiter();
    });
    await client.connect();
    await client.query(`listen ${this.name}`);
    return client;
  }
}
