import { withSystem } from "@/lib/db/with-system";

/** Webhook deliveries of all organizations that are on their way, and for how long the one that is most overdue is due. */
export async function countDeliveries(): Promise<{ readonly pending: number; readonly lagSeconds: number }> {
  return withSystem(async ({ webhookDelivery }) => {
    const pending = await webhookDelivery.count({ where: { state: "pending" } });
    const due = await webhookDelivery.findFirst({
      where: { state: "pending", nextAttemptAt: { lt: new Date() } },
      orderBy: { nextAttemptAt: "asc" },
      select: { nextAttemptAt: true },
    });
    const lagMs = due?.nextAttemptAt ? Date.now() - due.nextAttemptAt.getTime() : 0;
    return { pending, lagSeconds: lagMs / 1_000 };
  });
}
