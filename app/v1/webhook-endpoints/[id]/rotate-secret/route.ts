/** /v1/webhook-endpoints/{id}/rotate-secret: a new signing secret, with the one before beside it for a while. */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { rotateSecretBody } from "@/lib/webhooks/endpoint-bodies";
import { rotateSecret } from "@/lib/webhooks/mutations";
import { readEndpointWithSecret, toEndpointJsonWithSecret } from "@/lib/webhooks/read-endpoint";
import { endpointParamsSchema, endpointWithSecretSchema } from "@/lib/webhooks/schema";

const MS_AN_HOUR = 3_600_000;

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Rotate a signing secret",
    description:
      "Events carry two signatures, one a secret, until `previous_secret_until`. `overlap_hours: 0` ends the secret before at once.",
    scope: "webhooks:write",
    params: endpointParamsSchema,
    body: rotateSecretBody,
    confidential: true,
    response: endpointWithSecretSchema,
    resume: readEndpointWithSecret,
    handler: async ({ body, params, ...identity }) =>
      toEndpointJsonWithSecret(await rotateSecret(identity, params.id, body.overlap_hours * MS_AN_HOUR)),
  }),
});
