import type { Identity } from "@/lib/auth/identity";
import { recordAudit } from "@/lib/audit/mutations";
import type { WebhookEndpoint } from "@/lib/db/generated/client";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { checkEndpointUrl } from "@/lib/webhooks/check-endpoint-url";
import { MAX_ENDPOINTS } from "@/lib/webhooks/constants";
import { getEndpoint, type Mode } from "@/lib/webhooks/data";
import { modeOf } from "@/lib/webhooks/mode-of";
import type { EndpointChanges, NewEndpoint } from "@/lib/webhooks/schema";
import { createSecret, openSecret, sealSecret } from "@/lib/webhooks/seal-secret";

/** An endpoint with its secret in the clear, for the one answer that shows it. */
export interface EndpointWithSecret {
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
}

/** @throws EarshotError `webhook_url_not_allowed`, `too_many_endpoints` */
export async function createEndpoint(identity: Identity, fields: NewEndpoint): Promise<EndpointWithSecret> {
  const { scope, actor, livemode, idempotencyKey } = identity;
  const { organizationId } = scope;
  checkEndpointUrl(fields.url, livemode);
  const id = createId("whe");
  const secret = createSecret();
  const endpoint = await withOrganization(scope, async (transaction) => {
    // Two at once must not both be the last one that fits.
    await transaction.$queryRaw`
      select pg_advisory_xact_lock(hashtextextended(${`webhook_endpoints/${organizationId}`}, 0))::text`;
    const count = await transaction.webhookEndpoint.count({ where: { organizationId } });
    if (count >= MAX_ENDPOINTS) {
      throw new EarshotError(
        "too_many_endpoints",
        `There are ${count} endpoints, as many as there may be. Delete one.`,
      );
    }
    const created = await transaction.webhookEndpoint.create({
      data: { id, organizationId, livemode, ...fields, sealedSecret: sealSecret(secret, id) },
    });
    await noteResource(transaction, scope, idempotencyKey, id);
    const data = { livemode };
    await recordAudit(transaction, scope, actor, {
      ...{ action: "webhook_endpoint.created", subjectType: "webhook_endpoint" as const, subjectId: id, data },
    });
    return created;
  });
  return { endpoint, secret };
}

/** The secret that an endpoint signs with now; for a repeated request alone. @throws EarshotError `not_found` */
export async function revealEndpoint(scope: OrganizationScope, mode: Mode, id: string): Promise<EndpointWithSecret> {
  const endpoint = await getEndpoint(scope, mode, id);
  return { endpoint, secret: openSecret(endpoint.sealedSecret, id) };
}

/**
 * Changes an endpoint. Switching it off ends what was on its way to it; switching it on again clears why it was off.
 *
 * @throws EarshotError `not_found`, `webhook_url_not_allowed`
 */
export async function updateEndpoint(identity: Identity, id: string, changes: EndpointChanges): Promise<void> {
  const { scope, actor } = identity;
  const { livemode } = await getEndpoint(scope, modeOf(identity), id);
  const { url, events, description, disabled } = changes;
  if (url !== undefined) checkEndpointUrl(url, livemode);
  await withOrganization(scope, async (transaction) => {
    if (disabled === true) await disableEndpoint(transaction, scope, id, "by_hand");
    await transaction.webhookEndpoint.update({
      where: { id },
      select: { id: true },
      data: {
        ...(url !== undefined && { url }),
        ...(events !== undefined && { events }),
        ...(description !== undefined && { description }),
        ...(disabled === false && { disabledReason: null, disabledAt: null }),
      },
    });
    await recordAudit(transaction, scope, actor, {
      ...{ action: "webhook_endpoint.changed", subjectType: "webhook_endpoint" as const, subjectId: id },
      data: { changed: Object.keys(changes).sort().join(" ") },
    });
  });
}

/** Stops deliveries to an endpoint; what waits for it has failed. */
export async function disableEndpoint(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  id: string,
  reason: "gone" | "by_hand",
): Promise<void> {
  const now = new Date();
  await transaction.webhookEndpoint.updateMany({
    where: { id, organizationId, disabledAt: null },
    data: { disabledReason: reason, disabledAt: now },
  });
  await transaction.webhookDelivery.updateMany({
    where: { organizationId, endpointId: id, state: "pending" },
    data: { state: "failed", nextAttemptAt: null, completedAt: now },
  });
}

/**
 * A new secret. The one before stays valid beside it for a while, so that a receiver can change over without missing
 * an event.
 *
 * @param overlapMs 0 ends the one before at once, for a secret that leaked
 * @throws EarshotError `not_found`
 */
export async function rotateSecret(identity: Identity, id: string, overlapMs: number): Promise<EndpointWithSecret> {
  const { scope, actor, idempotencyKey } = identity;
  await getEndpoint(scope, modeOf(identity), id);
  const secret = createSecret();
  const endpoint = await withOrganization(scope, async (transaction) => {
    // Held, so that of two rotations the later one keeps the earlier one's secret as the one before.
    const [row] = await transaction.$queryRaw<{ sealed: string }[]>`
      select sealed_secret as sealed from webhook_endpoints where id = ${id} for update`;
    if (!row) throw new EarshotError("not_found", "There is no webhook endpoint with this id.");
    const keeps = overlapMs > 0;
    await noteResource(transaction, scope, idempotencyKey, id);
    await recordAudit(transaction, scope, actor, {
      ...{ action: "webhook_endpoint.secret_rotated", subjectType: "webhook_endpoint" as const, subjectId: id },
    });
    return transaction.webhookEndpoint.update({
      where: { id },
      data: {
        sealedSecret: sealSecret(secret, id),
        previousSealedSecret: keeps ? row.sealed : null,
        previousSecretUntil: keeps ? new Date(Date.now() + overlapMs) : null,
      },
    });
  });
  return { endpoint, secret };
}

/** Deletes an endpoint with its log. @throws EarshotError `not_found` */
export async function deleteEndpoint(identity: Identity, id: string): Promise<void> {
  const { scope, actor } = identity;
  await getEndpoint(scope, modeOf(identity), id);
  await withOrganization(scope, async (transaction) => {
    await transaction.webhookEndpoint.deleteMany({ where: { id, organizationId: scope.organizationId } });
    await recordAudit(transaction, scope, actor, {
      ...{ action: "webhook_endpoint.deleted", subjectType: "webhook_endpoint" as const, subjectId: id },
    });
  });
}
