import pg from "pg";
import { z } from "zod";
import { databaseUrl } from "@/lib/config/environment";
import { jobOutcomeSchema, type JobOutcome } from "@/lib/jobs/job-outcome";
import { logger } from "@/lib/log/logger";

/** PostgreSQL channel on which workers say that a job has ended. */
export const OUTCOME_CHANNEL = "earshot_job_outcome";

const messageSchema = z.object({ jobId: z.string(), outcome: jobOutcomeSchema });

type Waiter = (outcome: JobOutcome) => void;

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

  /** Calls back once per message about the job; returns a function that stops that. */
  subscribe(jobId: string, waiter: Waiter): () => void {
    const waiters = this.#waiters.get(jobId) ?? new Set();
    this.#waiters.set(jobId, waiters.add(waiter));
    return () => {
      waiters.delete(waiter);
      if (waiters.size === 0) this.#waiters.delete(jobId);
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
    client.on("notification", (message) => this.#deliver(message.payload ?? ""));
    await client.connect();
    await client.query(`listen ${OUTCOME_CHANNEL}`);
    return client;
  }

  #deliver(payload: string): void {
    let message: z.infer<typeof messageSchema>;
    try {
      message = messageSchema.parse(JSON.parse(payload));
    } catch (error) {
      logger().warn({ err: error }, "outcome channel: not a message of ours");
      return;
    }
    for (const waiter of this.#waiters.get(message.jobId) ?? []) waiter(message.outcome);
  }
}

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotOutcomes?: OutcomeChannel };

export function outcomeChannel(): OutcomeChannel {
  shared.earshotOutcomes ??= new OutcomeChannel();
  return shared.earshotOutcomes;
}
