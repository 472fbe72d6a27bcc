import { z } from "zod";
import { WebhookDeliveryState } from "@/lib/db/generated/enums";
import { pageQueryShape, pageSchema } from "@/lib/http/page";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";
import { MAX_URL_CHARACTERS } from "@/lib/answers/constants";
import { DEFAULT_OVERLAP_HOURS, MAX_DESCRIPTION_CHARACTERS, MAX_OVERLAP_HOURS } from "@/lib/webhooks/constants";
import { EVENT_TYPES, TEST_EVENT } from "@/lib/webhooks/event-types";

const url = z
  .string()
  .max(MAX_URL_CHARACTERS)
  .refine((text) => isStorableText(text), NOT_STORABLE)
  .refine((text) => URL.canParse(text), "must be an address such as https://example.com/earshot");
const events = z
  .array(z.enum(EVENT_TYPES, { error: `must be one of ${EVENT_TYPES.join(", ")}` }))
  .max(EVENT_TYPES.length)
  .refine((types) => new Set(types).size === types.length, "must not name a type twice");
const description = z.string().max(MAX_DESCRIPTION_CHARACTERS).refine(isStorableText, NOT_STORABLE).nullable();

export const newEndpointSchema = z.strictObject({
  url,
  events: events.default([]),
  description: description.default(null),
});
export type NewEndpoint = z.output<typeof newEndpointSchema>;

export const endpointChangesSchema = z
  .strictObject({ url, events, description, disabled: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "must change something: url, events, description or disabled");
export type EndpointChanges = z.output<typeof endpointChangesSchema>;

export const rotateSecretSchema = z.strictObject({
  overlap_hours: z
    .number()
    .min(0)
    .max(MAX_OVERLAP_HOURS, `must be 0 to ${MAX_OVERLAP_HOURS}`)
    .default(DEFAULT_OVERLAP_HOURS),
});

export const endpointSchema = z.object({
  id: z.string(),
  object: z.literal("webhook_endpoint"),
  livemode: z.boolean(),
  url: z.string(),
  description: z.string().nullable(),
  events: z.array(z.enum(EVENT_TYPES)).readonly(),
  disabled: z.boolean(),
  disabled_reason: z.enum(["gone", "by_hand"]).nullable(),
  previous_secret_until: z.string().nullable(),
  created_at: z.string(),
});
export type EndpointJson = z.infer<typeof endpointSchema>;

/** With the secret: when it is made, and never again. */
export const endpointWithSecretSchema = endpointSchema.extend({ secret: z.string() });

export const endpointParamsSchema = z.object({ id: z.string().regex(/^whe_[0-9A-HJKMNP-TV-Z]{26}$/) });
export const listEndpointsQuerySchema = z.strictObject(pageQueryShape);
export const endpointPageSchema = pageSchema(endpointSchema);

export const DELIVERY_STATES = Object.values(WebhookDeliveryState);
const deliveredTypes = z.enum([...EVENT_TYPES, TEST_EVENT]);

/** What is sent: no personal data, only where to look. */
export const webhookEventSchema = z.object({
  type: deliveredTypes,
  id: z.string(),
  external_id: z.string().nullable(),
  status: z.string(),
  livemode: z.boolean(),
  created_at: z.string(),
});
export type WebhookEventJson = z.infer<typeof webhookEventSchema>;

export const deliverySchema = z.object({
  id: z.string(),
  object: z.literal("webhook_delivery"),
  endpoint_id: z.string(),
  event_id: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  next_attempt_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  created_at: z.string(),
  event: webhookEventSchema,
});
export type DeliveryJson = z.infer<typeof deliverySchema>;

/** One delivery, with every try and how it ended. */
export const deliveryWithLogSchema = deliverySchema.extend({
  log: z
    .array(
      z.object({
        number: z.number().int(),
        status: z.number().int().nullable(),
        error: z.string().nullable(),
        response_body: z.string().nullable(),
        duration_ms: z.number().int(),
        created_at: z.string(),
      }),
    )
    .readonly(),
});
export type DeliveryWithLogJson = z.infer<typeof deliveryWithLogSchema>;

export const deliveryParamsSchema = z.object({ id: z.string().regex(/^whd_[0-9A-HJKMNP-TV-Z]{26}$/) });
export const listDeliveriesQuerySchema = z.strictObject({
  ...pageQueryShape,
  endpoint_id: z.string().max(60).refine(isStorableText, NOT_STORABLE).optional(),
  state: z.enum(DELIVERY_STATES, { error: `must be one of ${DELIVERY_STATES.join(", ")}` }).optional(),
});
export const deliveryPageSchema = pageSchema(deliverySchema);
