/** /v1/credits: what is left, and every movement of it. */
import { getCreditsPage } from "@/lib/credits/data";
import { creditsQuerySchema, creditsSchema } from "@/lib/credits/schema";
import { toCreditsJson } from "@/lib/credits/serializers";
import { methods } from "@/lib/http/methods";
import { toPageRequest } from "@/lib/http/page";
import { route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read the balance and the ledger",
    description:
      "A run reserves what it costs at most, and settles what it used: a quarter of a credit for each dimension that got a score. What failed, was canceled or could not be judged is free.",
    scope: "usage:read",
    query: creditsQuerySchema,
    response: creditsSchema,
    handler: async ({ scope, query }) => toCreditsJson(await getCreditsPage(scope, toPageRequest(query))),
  }),
});
