/** /v1/webhook-deliveries: what was sent, to which endpoint, and how it ended. */
import { methods } from "@/lib/http/methods";
import { toPageJson, toPageRequest } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { listDeliveries } from "@/lib/webhooks/data";
import { modeOf } from "@/lib/webhooks/mode-of";
import { deliveryPageSchema, listDeliveriesQuerySchema } from "@/lib/webhooks/schema";
import { toDeliveryJson } from "@/lib/webhooks/serializers";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "List webhook deliveries",
    description: "Kept for 30 days.",
    scope: "webhooks:read",
    query: listDeliveriesQuerySchema,
    response: deliveryPageSchema,
    handler: async (input) => {
      const { endpoint_id: endpointId, state } = input.query;
      const filter = { ...toPageRequest(input.query), endpointId, state };
      return toPageJson(await listDeliveries(input.scope, modeOf(input), filter), toDeliveryJson);
    },
  }),
});
