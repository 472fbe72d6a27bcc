/** /v1/webhook-endpoints/{id}/test: sends a signed event of the type webhook.test. */
import { sender } from "@/lib/jobs/enqueue";
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { sendTestEvent } from "@/lib/webhook-deliveries/mutations";
import { deliveryReply } from "@/lib/webhook-deliveries/read-delivery";
import { getEndpoint } from "@/lib/webhooks/data";
import { modeOf } from "@/lib/webhooks/mode-of";
import { deliveryWithLogSchema, endpointParamsSchema } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Send a test event",
    description: "Signed and retried as every event is; the delivery's log says what your endpoint answered.",
    errors: ["conflict"],
    scope: "webhooks:write",
    status: 202,
    params: endpointParamsSchema,
    response: deliveryWithLogSchema,
    resume: (identity, id) => deliveryReply(identity.scope, modeOf(identity), id),
    handler: async ({ params, ...identity }) => {
      const { scope, idempotencyKey = null } = identity;
      const { id: endpointId, livemode } = await getEndpoint(scope, modeOf(identity), params.id);
      const id = await sendTestEvent(scope, await sender(), { endpointId, livemode }, idempotencyKey);
      return deliveryReply(scope, modeOf(identity), id);
    },
  }),
});
