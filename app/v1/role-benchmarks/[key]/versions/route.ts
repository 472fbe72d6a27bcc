/** /v1/role-benchmarks/{key}/versions: how it came to be what it is, and its next version. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { createRoleVersion } from "@/lib/role-benchmarks/mutations";
import { createdRoleBenchmark, readRoleVersions } from "@/lib/role-benchmarks/read-role-benchmark";
import {
  newVersionSchema,
  roleBenchmarkJsonSchema,
  roleBenchmarkPageSchema,
  roleBenchmarkParamsSchema,
} from "@/lib/role-benchmarks/schema";

const newVersionBody = jsonBody(newVersionSchema);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "List versions of a role benchmark",
    scope: "roles:read",
    params: roleBenchmarkParamsSchema,
    response: roleBenchmarkPageSchema,
    handler: ({ scope, params }) => readRoleVersions(scope, params.key),
  }),

  POST: route({
    summary: "Add a version of a role benchmark",
    description: "What is not named stays as it was. Results keep the version that they were made with.",
    errors: ["conflict"],
    scope: "roles:write",
    status: 201,
    params: roleBenchmarkParamsSchema,
    body: newVersionBody,
    response: roleBenchmarkJsonSchema,
    resume: ({ scope }, key) => createdRoleBenchmark(scope, key),
    handler: ({ body, params: { key }, ...identity }) =>
      createRoleVersion(identity, key, body).then(() => createdRoleBenchmark(identity.scope, key)),
  }),
});
