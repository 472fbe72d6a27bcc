/** /v1/webhook-deliveries/{id}/replay: sends the same event to the same endpoint again. */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { sender } from "@/lib/jobs/enqueue";
import { replayDelivery } from "@/lib/webhook-deliveries/mutations";
import { deliveryReply } from "@/lib/webhook-deliveries/read-delivery";
import { getDelivery } from "@/lib/webhooks/data";
import { modeOf } from "@/lib/webhooks/mode-of";
import { deliveryParamsSchema, deliveryWithLogSchema } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Replay a webhook delivery",
    description: "A new delivery of the same event under the same `webhook-id`, with all its tries.",
    errors: ["conflict"],
    scope: "webhooks:write",
    status: 202,
    params: deliveryParamsSchema,
    response: deliveryWithLogSchema,
    resume: (identity, id) => deliveryReply(identity.scope, modeOf(identity), id),
    handler: async ({ params, ...identity }) => {
      const { scope, idempotencyKey = null } = identity;
      const delivery = await getDelivery(scope, modeOf(identity), params.id);
      const id = await replayDelivery(scope, await sender(), delivery, idempotencyKey);
      return deliveryReply(scope, modeOf(identity), id);
    },
  }),
});
