import { fromPrisma, type PgBoss } from "pg-boss";
import type { Transaction } from "@/lib/db/transaction";
import { openBoss } from "@/lib/jobs/boss";
import type { JobDefinition } from "@/lib/jobs/define-job";

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotSender?: Promise<PgBoss> };

/** The web process's side of the queue, opened on first use. A failed opening is tried again on the next. */
export function sender(): Promise<PgBoss> {
  shared.earshotSender ??= openBoss("sends").catch((error: unknown) => {
    delete shared.earshotSender;
    throw error;
  });
  return shared.earshotSender;
}

export async function closeSender(): Promise<void> {
  const boss = await shared.earshotSender;
  delete shared.earshotSender;
  await boss?.stop({ graceful: false });
}

/** Makes a job due that was to wait; one that is being worked on, or is over, stays as it is. */
export async function makeDue(boss: PgBoss, job: { readonly name: string }, id: string): Promise<void> {
  await boss.update(job.name, undefined, { id, startAfter: new Date() });
}

export interface EnqueueOptions {
  /** Not before this long from now. */
  readonly afterSeconds?: number;
  /** Jobs of one group share places, where the worker gives a group fewer than all. */
  readonly group?: string;
}

/**
 * Puts a job into the queue inside the transaction that writes the rows it speaks of: both happen or neither.
 *
 * @param boss the open sender; opened before the transaction, so that no connection waits for another.
 * @returns the job's id, for waiting on its outcome
 */
export async function enqueue<Payload extends { organizationId: string }>(
  boss: PgBoss,
  transaction: Transaction,
  job: JobDefinition<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<string> {
  const { afterSeconds = 0, group } = options;
  const id = await boss.send(job.name, job.payload.parse(payload), {
    ...(afterSeconds > 0 && { startAfter: afterSeconds }),
    ...(group !== undefined && { group: { id: group } }),
    db: fromPrisma(transaction),
  });
  if (id === null) throw new Error("The queue did not take the job.");
  return id;
}
