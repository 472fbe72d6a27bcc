/** /v1/soft-skills-score/{id}/overrides: a person's decision beside the verdict, with the reason. */
import { assessmentParamsSchema } from "@/lib/assessments/schema";
import { methods } from "@/lib/http/methods";
import { toPageJson, toPageRequest } from "@/lib/http/page";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { getOverride, listOverrides } from "@/lib/overrides/data";
import { createOverride } from "@/lib/overrides/mutations";
import { newOverrideBody } from "@/lib/overrides/override-body";
import { OVERRIDE_REFERENCE } from "@/lib/overrides/override-reference";
import { listOverridesQuerySchema, overridePageSchema, overrideSchema } from "@/lib/overrides/schema";
import { toOverrideJson } from "@/lib/overrides/serializers";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    ...OVERRIDE_REFERENCE.list,
    scope: "score:read",
    params: assessmentParamsSchema,
    query: listOverridesQuerySchema,
    response: overridePageSchema,
    handler: async ({ scope, params, query }) =>
      toPageJson(await listOverrides(scope, params.id, toPageRequest(query)), toOverrideJson),
  }),

  POST: route({
    ...OVERRIDE_REFERENCE.create,
    scope: "score:write",
    status: 201,
    params: assessmentParamsSchema,
    body: newOverrideBody,
    response: overrideSchema,
    resume: async ({ scope }, id) => Reply.json(201, toOverrideJson(await getOverride(scope, id))),
    handler: async ({ body, params, ...identity }) => toOverrideJson(await createOverride(identity, params.id, body)),
  }),
});
