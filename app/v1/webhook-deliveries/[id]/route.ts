/** /v1/webhook-deliveries/{id}: one delivery with every try. */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { readDelivery } from "@/lib/webhook-deliveries/read-delivery";
import { modeOf } from "@/lib/webhooks/mode-of";
import { deliveryParamsSchema, deliveryWithLogSchema } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read a webhook delivery",
    scope: "webhooks:read",
    params: deliveryParamsSchema,
    response: deliveryWithLogSchema,
    handler: (input) => readDelivery(input.scope, modeOf(input), input.params.id),
  }),
});
