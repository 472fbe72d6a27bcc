/** /v1/webhook-endpoints/{id}: one endpoint. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { getEndpoint } from "@/lib/webhooks/data";
import { modeOf } from "@/lib/webhooks/mode-of";
import { deleteEndpoint, updateEndpoint } from "@/lib/webhooks/mutations";
import { endpointChangesSchema, endpointParamsSchema, endpointSchema } from "@/lib/webhooks/schema";
import { toEndpointJson } from "@/lib/webhooks/serializers";

const endpointChangesBody = jsonBody(endpointChangesSchema);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read a webhook endpoint",
    scope: "webhooks:read",
    params: endpointParamsSchema,
    response: endpointSchema,
    handler: async (input) => toEndpointJson(await getEndpoint(input.scope, modeOf(input), input.params.id)),
  }),

  PATCH: route({
    summary: "Change a webhook endpoint",
    description: "`disabled: true` stops deliveries and ends those on their way; `disabled: false` starts them again.",
    errors: ["webhook_url_not_allowed"],
    scope: "webhooks:write",
    params: endpointParamsSchema,
    body: endpointChangesBody,
    response: endpointSchema,
    handler: async ({ body, params, ...identity }) =>
      toEndpointJson(await updateEndpoint(identity, modeOf(identity), params.id, body)),
  }),

  DELETE: route({
    summary: "Delete a webhook endpoint",
    description: "With its log of deliveries.",
    scope: "webhooks:write",
    params: endpointParamsSchema,
    handler: async ({ params, ...identity }) => {
      await deleteEndpoint(identity, modeOf(identity), params.id);
      return Reply.raw(204, null, {});
    },
  }),
});
