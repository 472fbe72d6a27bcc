/** /v1/usage: calls and credits by day. */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { readUsage } from "@/lib/usage/read-usage";
import { usageQuerySchema, usageSchema } from "@/lib/usage/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read the usage by day",
    description: "Days of UTC, both ends included, 366 at most; without `from` and `to` the last thirty.",
    scope: "usage:read",
    query: usageQuerySchema,
    response: usageSchema,
    handler: ({ scope, query }) => readUsage(scope, query),
  }),
});
