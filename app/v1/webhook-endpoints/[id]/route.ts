/** /v1/webhook-endpoints/{id}: one endpoint. */
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { endpointChangesBody } from "@/lib/webhooks/endpoint-bodies";
import { deleteEndpoint } from "@/lib/webhooks/mutations";
import { changeEndpoint, readEndpoint } from "@/lib/webhooks/read-endpoint";
import { endpointParamsSchema, endpointSchema } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read a webhook endpoint",
    scope: "webhooks:read",
    params: endpointParamsSchema,
    response: endpointSchema,
    handler: (input) => readEndpoint(input, input.params.id),
  }),

  PATCH: route({
    summary: "Change a webhook endpoint",
    description: "`disabled: true` stops deliveries and ends those on their way; `disabled: false` starts them again.",
    errors: ["webhook_url_not_allowed"],
    scope: "webhooks:write",
    params: endpointParamsSchema,
    body: endpointChangesBody,
    response: endpointSchema,
    handler: ({ body, params, ...identity }) => changeEndpoint(identity, params.id, body),
  }),

  DELETE: route({
    summary: "Delete a webhook endpoint",
    description: "With its log of deliveries.",
    scope: "webhooks:write",
    params: endpointParamsSchema,
    handler: async ({ params, ...identity }) => {
      await deleteEndpoint(identity, params.id);
      return Reply.raw(204, null, {});
    },
  }),
});
