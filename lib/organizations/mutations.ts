import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";

export interface CreditPrice {
  /** Hundredths of the currency for one credit. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** What one credit costs, as the usage page shows it; null shows none. */
export async function setCreditPrice(scope: OrganizationScope, actor: Actor, price: CreditPrice | null): Promise<void> {
  const changes = { creditPrice: price?.amount ?? null, creditCurrency: price?.currency ?? null };
  await changeOrganization(scope, actor, "organization.price_set", changes);
}

export interface ClientLimits {
  /** Runs at the same time; null = the server's general number. */
  readonly concurrency?: number | null;
  /** null = the general limit. */
  readonly requestsPerMinute?: number | null;
}

/** How much of the server one client may use. What is not named stays. */
export async function setClientLimits(scope: OrganizationScope, actor: Actor, limits: ClientLimits): Promise<void> {
  await changeOrganization(scope, actor, "organization.limits_set", { ...limits });
}

async function changeOrganization(
  scope: OrganizationScope,
  actor: Actor,
  action: string,
  changes: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    await transaction.organization.update({ where: { id: organizationId }, data: changes, select: { id: true } });
    await recordAudit(transaction, scope, actor, {
      ...{ action, subjectType: "organization" as const, subjectId: organizationId, data: changes },
    });
  });
}
