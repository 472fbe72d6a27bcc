/** /v1/webhook-endpoints: where an organization is told what happens. */
import { methods } from "@/lib/http/methods";
import { toPageRequest } from "@/lib/http/page";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { newEndpointBody } from "@/lib/webhooks/endpoint-bodies";
import { createEndpoint } from "@/lib/webhooks/mutations";
import { readEndpointPage, readEndpointWithSecret, toEndpointJsonWithSecret } from "@/lib/webhooks/read-endpoint";
import { endpointPageSchema, endpointWithSecretSchema, listEndpointsQuerySchema } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "List webhook endpoints",
    scope: "webhooks:read",
    query: listEndpointsQuerySchema,
    response: endpointPageSchema,
    handler: (input) => readEndpointPage(input, toPageRequest(input.query)),
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
    resume: async (identity, id) => Reply.json(201, await readEndpointWithSecret(identity, id)),
    handler: async ({ body, ...identity }) => toEndpointJsonWithSecret(await createEndpoint(identity, body)),
  }),
});
