/** /v1/webhook-endpoints: where an organization is told what happens. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { toPageJson, toPageRequest } from "@/lib/http/page";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { listEndpoints } from "@/lib/webhooks/data";
import { modeOf } from "@/lib/webhooks/mode-of";
import { createEndpoint, revealEndpoint } from "@/lib/webhooks/mutations";
import {
  endpointPageSchema,
  endpointWithSecretSchema,
  listEndpointsQuerySchema,
  newEndpointSchema,
} from "@/lib/webhooks/schema";
import { toEndpointJson } from "@/lib/webhooks/serializers";

const newEndpointBody = jsonBody(newEndpointSchema);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "List webhook endpoints",
    scope: "webhooks:read",
    query: listEndpointsQuerySchema,
    response: endpointPageSchema,
    handler: async (input) =>
      toPageJson(await listEndpoints(input.scope, modeOf(input), toPageRequest(input.query)), toEndpointJson),
  }),

  POST: route({
    summary: "Create a webhook endpoint",
    description:
      "The answer holds the `secret` that events are signed with; it is not shown again. A test key's endpoint is told of test results, a live key's of live ones.",
    errors: ["webhook_url_not_allowed", "too_many_endpoints"],
    scope: "webhooks:write",
    status: 201,
    body: newEndpointBody,
    confidential: true,
    response: endpointWithSecretSchema,
    resume: async (identity, id) => {
      const { endpoint, secret } = await revealEndpoint(identity.scope, modeOf(identity), id);
      return Reply.json(201, { ...toEndpointJson(endpoint), secret });
    },
    handler: async ({ body, ...identity }) => {
      const { endpoint, secret } = await createEndpoint(identity, body);
      return { ...toEndpointJson(endpoint), secret };
    },
  }),
});
