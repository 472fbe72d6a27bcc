import type { PgBoss } from "pg-boss";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { deliverWebhookJob } from "@/lib/jobs/deliver-webhook-job";
import { enqueue } from "@/lib/jobs/enqueue";
import { RETRY_AFTER_SECONDS } from "@/lib/webhooks/constants";
import { disableEndpoint } from "@/lib/webhooks/mutations";
import type { WebhookEventJson } from "@/lib/webhooks/schema";
import { isGone, type SendOutcome } from "@/lib/webhooks/send-event";

/** What happened, without personal data: where to look. */
export type NewEvent = Omit<WebhookEventJson, "created_at">;

/**
 * Tells an organization's endpoints what happened, in the transaction in which it happens: an event is sent if and only if
 * that is committed. Where nobody listens, nothing is written.
 */
export async function recordEvent(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  event: NewEvent,
): Promise<void> {
  const { organizationId } = scope;
  const { type, livemode } = event;
  const endpoints = await transaction.webhookEndpoint.findMany({
    where: {
      ...{ organizationId, livemode, disabledAt: null },
      OR: [{ events: { isEmpty: true } }, { events: { has: type } }],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (endpoints.length === 0) return;
  const eventId = await createEvent(transaction, scope, event);
  for (const { id } of endpoints) await createDelivery(transaction, scope, boss, { endpointId: id, eventId });
}

/** An event that only one endpoint is told, on request. @returns the delivery's id */
export async function sendTestEvent(
  scope: OrganizationScope,
  boss: PgBoss,
  { endpointId, livemode }: { readonly endpointId: string; readonly livemode: boolean },
  idempotencyKey: string | null,
): Promise<string> {
  const event = { type: "webhook.test" as const, id: endpointId, external_id: null, status: "test", livemode };
  return withOrganization(scope, async (transaction) => {
    await requireEnabled(transaction, scope, endpointId);
    const eventId = await createEvent(transaction, scope, event);
    const id = await createDelivery(transaction, scope, boss, { endpointId, eventId });
    await noteResource(transaction, scope, idempotencyKey, id);
    return id;
  });
}

/** Sends an event to its endpoint again, with all tries, under its own `webhook-id`. @returns the new delivery's id */
export async function replayDelivery(
  scope: OrganizationScope,
  boss: PgBoss,
  delivery: { readonly endpointId: string; readonly eventId: string },
  idempotencyKey: string | null,
): Promise<string> {
  return withOrganization(scope, async (transaction) => {
    await requireEnabled(transaction, scope, delivery.endpointId);
    const id = await createDelivery(transaction, scope, boss, delivery);
    await noteResource(transaction, scope, idempotencyKey, id);
    return id;
  });
}

/** @throws EarshotError `conflict` for an endpoint that is switched off */
async function requireEnabled(transaction: Transaction, { organizationId }: OrganizationScope, id: string) {
  const endpoint = await transaction.webhookEndpoint.findFirst({ where: { id, organizationId } });
  if (!endpoint) throw new EarshotError("not_found", "There is no webhook endpoint with this id.");
  if (endpoint.disabledAt === null) return;
  throw new EarshotError("conflict", "The endpoint is disabled. Enable it first: PATCH it with disabled: false.");
}

async function createEvent(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  event: NewEvent,
): Promise<string> {
  const id = createId("evt");
  const now = new Date();
  const payload = { ...event, created_at: now.toISOString() } satisfies WebhookEventJson;
  const { type, livemode } = event;
  await transaction.webhookEvent.create({ data: { id, organizationId, type, livemode, payload, createdAt: now } });
  return id;
}

async function createDelivery(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  { endpointId, eventId }: { readonly endpointId: string; readonly eventId: string },
): Promise<string> {
  const { organizationId } = scope;
  const id = createId("whd");
  await transaction.webhookDelivery.create({
    data: { id, organizationId, endpointId, eventId, nextAttemptAt: new Date() },
    select: { id: true },
  });
  await enqueueTry(transaction, scope, boss, { id, endpointId, attempt: 1, afterSeconds: RETRY_AFTER_SECONDS[0] });
  return id;
}

interface Try {
  readonly id: string;
  readonly endpointId: string;
  /** From 1. */
  readonly attempt: number;
  readonly afterSeconds: number;
}

async function enqueueTry(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  boss: PgBoss,
  { id, endpointId, attempt, afterSeconds }: Try,
): Promise<void> {
  const payload = { organizationId, deliveryId: id, attempt };
  await enqueue(boss, transaction, deliverWebhookJob, payload, { afterSeconds, group: endpointId });
}

/**
 * Writes how a try ended, and plans the next one. A try that somebody else wrote before (its worker was taken for dead) is
 * written once.
 */
export async function recordTry(
  scope: OrganizationScope,
  boss: PgBoss,
  delivery: { readonly id: string; readonly endpointId: string; readonly attempt: number },
  outcome: SendOutcome,
): Promise<void> {
  const { organizationId } = scope;
  const { id, endpointId, attempt } = delivery;
  const delivered = outcome.error === null;
  const afterSeconds = delivered || isGone(outcome) ? undefined : RETRY_AFTER_SECONDS[attempt];
  const now = Date.now();
  const next =
    afterSeconds === undefined
      ? { state: delivered ? ("delivered" as const) : ("failed" as const), completedAt: new Date(now) }
      : { nextAttemptAt: new Date(now + afterSeconds * 1_000) };
  await withOrganization(scope, async (transaction) => {
    const { count } = await transaction.webhookDelivery.updateMany({
      where: { id, organizationId, attempts: attempt - 1 },
      data: { attempts: attempt },
    });
    if (count === 0) return;
    // Switched off meanwhile: the try is told of, and stays the last one.
    const { count: open } = await transaction.webhookDelivery.updateMany({
      where: { id, organizationId, ...(delivered ? {} : { state: "pending" }) },
      data: { nextAttemptAt: null, ...next },
    });
    await transaction.webhookAttempt.create({
      data: { id: createId("wha"), organizationId, deliveryId: id, number: attempt, ...outcome },
    });
    if (isGone(outcome)) await disableEndpoint(transaction, scope, endpointId, "gone");
    if (open > 0 && afterSeconds !== undefined) {
      await enqueueTry(transaction, scope, boss, { id, endpointId, attempt: attempt + 1, afterSeconds });
    }
  });
}

/** Hands out the next try of a delivery whose job is gone. */
export async function redispatchDelivery(scope: OrganizationScope, boss: PgBoss, id: string): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    const delivery = await transaction.webhookDelivery.findFirst({ where: { id, organizationId, state: "pending" } });
    if (!delivery) return;
    await transaction.webhookDelivery.update({ where: { id }, data: { nextAttemptAt: new Date() } });
    const { endpointId, attempts } = delivery;
    await enqueueTry(transaction, scope, boss, { id, endpointId, attempt: attempts + 1, afterSeconds: 0 });
  });
}
