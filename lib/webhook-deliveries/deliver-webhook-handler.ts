import type { OrganizationScope } from "@/lib/db/scope";
import { sender } from "@/lib/jobs/enqueue";
import type { DeliverWebhookPayload } from "@/lib/jobs/deliver-webhook-job";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { logger } from "@/lib/log/logger";
import { outboundRules } from "@/lib/outbound/outbound-rules";
import { recordTry } from "@/lib/webhook-deliveries/mutations";
import { type DeliveryToSend, findDeliveryToSend } from "@/lib/webhooks/data";
import { openSecret } from "@/lib/webhooks/seal-secret";
import { sendEvent, type SendOutcome } from "@/lib/webhooks/send-event";
import { signEvent } from "@/lib/webhooks/sign-event";

interface Work {
  readonly scope: OrganizationScope;
  readonly payload: DeliverWebhookPayload;
}

export const deliverWebhookHandler = { handle: deliverWebhook, giveUp };

/**
 * One try of one delivery. A worker that dies between sending and writing sends again: receivers know an event by its
 * `webhook-id`.
 */
async function deliverWebhook({ scope, payload }: Work): Promise<JobOutcome> {
  const { deliveryId, attempt } = payload;
  const delivery = await findDeliveryToSend(scope, deliveryId);
  // Deleted, switched off, or this try was written by another worker.
  if (!delivery || delivery.state !== "pending" || delivery.attempts !== attempt - 1) return { ok: true };
  const outcome = await send(delivery);
  const { endpointId } = delivery;
  await recordTry(scope, await sender(), { id: deliveryId, endpointId, attempt }, outcome);
  return { ok: true };
}

async function send({ endpoint, event }: DeliveryToSend): Promise<SendOutcome> {
  const secrets = readSecrets(endpoint);
  if (secrets === null) {
    const error = "The endpoint's secret cannot be read any more. Rotate it.";
    return { status: null, error, responseBody: null, durationMs: 0 };
  }
  const body = JSON.stringify(event.payload);
  const headers = signEvent(event.id, new Date(), body, secrets);
  return sendEvent(endpoint.url, { headers, body }, outboundRules({ allowLoopback: !endpoint.livemode }));
}

/** The secrets that are valid now, the newest first; null when they were sealed with another key. */
function readSecrets(endpoint: DeliveryToSend["endpoint"]): readonly string[] | null {
  const { id, sealedSecret, previousSealedSecret: previous, previousSecretUntil } = endpoint;
  const overlaps = previous !== null && previousSecretUntil !== null && previousSecretUntil.getTime() > Date.now();
  try {
    return [openSecret(sealedSecret, id), ...(overlaps ? [openSecret(previous, id)] : [])];
  } catch (error) {
    logger().error({ err: error, endpoint_id: id }, "webhook secret not read: is SECRETS_KEY another one?");
    return null;
  }
}

/** Upkeep hands the try out again: nothing to tidy. */
async function giveUp({ payload }: Work): Promise<void> {
  logger().error({ delivery_id: payload.deliveryId }, "webhook delivery broke off; it is handed out again");
}
