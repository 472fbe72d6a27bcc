import type { ZodOpenApiObject } from "zod-openapi";
import { EVENT_EXPLANATIONS, EVENT_TYPES, TEST_EVENT } from "@/lib/webhooks/event-types";
import { webhookEventSchema } from "@/lib/webhooks/schema";

/** The events as OpenAPI 3.1 describes them: requests that this server makes. */
export const WEBHOOK_OPERATIONS: NonNullable<ZodOpenApiObject["webhooks"]> = Object.fromEntries(
  ([...EVENT_TYPES, TEST_EVENT] as const).map((type) => [
    type,
    {
      post: {
        summary: type,
        description: `${EVENT_EXPLANATIONS[type]} Signed as Standard Webhooks 1.0 says: see [Webhooks](/docs/webhooks).`,
        operationId: `webhook_${type.replaceAll(".", "_")}`,
        requestBody: { required: true, content: { "application/json": { schema: webhookEventSchema } } },
        responses: {
          "2XX": { description: "Taken. Anything else is tried again, ten times over three days." },
          "410": { description: "No more events: the endpoint is disabled." },
        },
      },
    },
  ]),
);
