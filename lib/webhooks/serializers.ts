import type { WebhookEndpoint } from "@/lib/db/generated/client";
import type { DeliveryWithEvent, DeliveryWithLog } from "@/lib/webhooks/data";
import {
  type DeliveryJson,
  type DeliveryWithLogJson,
  type EndpointJson,
  endpointSchema,
  webhookEventSchema,
} from "@/lib/webhooks/schema";

const fields = endpointSchema.pick({ events: true, disabled_reason: true });

/** An endpoint as the API shows it, without its secret. */
export function toEndpointJson(row: WebhookEndpoint): EndpointJson {
  const { events, disabled_reason } = fields.parse({ events: row.events, disabled_reason: row.disabledReason });
  const { previousSecretUntil } = row;
  const overlaps = previousSecretUntil !== null && previousSecretUntil.getTime() > Date.now();
  return {
    id: row.id,
    object: "webhook_endpoint",
    livemode: row.livemode,
    url: row.url,
    description: row.description,
    events,
    disabled: row.disabledAt !== null,
    disabled_reason,
    previous_secret_until: overlaps ? previousSecretUntil.toISOString() : null,
    created_at: row.createdAt.toISOString(),
  };
}

export function toDeliveryJson(row: DeliveryWithEvent): DeliveryJson {
  return {
    id: row.id,
    object: "webhook_delivery",
    endpoint_id: row.endpointId,
    event_id: row.eventId,
    state: row.state,
    attempts: row.attempts,
    next_attempt_at: row.nextAttemptAt?.toISOString() ?? null,
    completed_at: row.completedAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    event: webhookEventSchema.parse(row.event.payload),
  };
}

export function toDeliveryWithLogJson(row: DeliveryWithLog): DeliveryWithLogJson {
  const log = row.log.map((attempt) => ({
    number: attempt.number,
    status: attempt.status,
    error: attempt.error,
    response_body: attempt.responseBody,
    duration_ms: attempt.durationMs,
    created_at: attempt.createdAt.toISOString(),
  }));
  return { ...toDeliveryJson(row), log };
}
