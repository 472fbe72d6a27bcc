import type { PgBoss } from "pg-boss";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import { withSystem } from "@/lib/db/with-system";
import { redispatchDelivery } from "@/lib/webhook-deliveries/mutations";
import { KEEP_EVENTS_MS } from "@/lib/webhooks/constants";

/** A try is due this long before it counts as lost: a busy queue is not. */
const OVERDUE_MS = 15 * 60_000;
/** Rows that one round looks at; the next round takes the rest. */
const ROUND = 500;

/**
 * Finds deliveries whose next try is long due (the queue was emptied, or their job broke off every time) and hands them out
 * again. One that still has a job is sent by whichever comes first.
 *
 * @returns how many were handed out
 */
export async function recoverDeliveries(boss: PgBoss): Promise<number> {
  const overdue = await withSystem(({ webhookDelivery }) =>
    webhookDelivery.findMany({
      where: { state: "pending", nextAttemptAt: { lt: new Date(Date.now() - OVERDUE_MS) } },
      select: { id: true, organizationId: true },
      orderBy: { nextAttemptAt: "asc" },
      take: ROUND,
    }),
  );
  for (const { id, organizationId } of overdue)
    await redispatchDelivery(mintOrganizationScope(organizationId), boss, id);
  return overdue.length;
}

/** Forgets old events with what became of them; what is still on its way stays. @returns how many */
export async function removeOldEvents(): Promise<number> {
  const before = new Date(Date.now() - KEEP_EVENTS_MS);
  const old = await withSystem(({ webhookEvent }) =>
    webhookEvent.findMany({
      where: { createdAt: { lt: before }, deliveries: { none: { state: "pending" } } },
      select: { id: true },
      take: ROUND,
    }),
  );
  await withSystem(({ webhookEvent }) => webhookEvent.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } }));
  return old.length;
}
