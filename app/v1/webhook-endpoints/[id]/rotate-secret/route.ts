/** /v1/webhook-endpoints/{id}/rotate-secret: a new signing secret, with the one before beside it for a while. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { modeOf } from "@/lib/webhooks/mode-of";
import { revealEndpoint, rotateSecret } from "@/lib/webhooks/mutations";
import { endpointParamsSchema, endpointWithSecretSchema, rotateSecretSchema } from "@/lib/webhooks/schema";
import { toEndpointJson } from "@/lib/webhooks/serializers";

const MS_AN_HOUR = 3_600_000;

const rotateSecretBody = jsonBody(rotateSecretSchema);

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
    resume: async (identity, id) => {
      const { endpoint, secret } = await revealEndpoint(identity.scope, modeOf(identity), id);
      return { ...toEndpointJson(endpoint), secret };
    },
    handler: async ({ body, params, ...identity }) => {
      const overlapMs = body.overlap_hours * MS_AN_HOUR;
      const { endpoint, secret } = await rotateSecret(identity, modeOf(identity), params.id, overlapMs);
      return { ...toEndpointJson(endpoint), secret };
    },
  }),
});
