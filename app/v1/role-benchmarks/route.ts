/** /v1/role-benchmarks: what answers are weighed by; the built-in ones, and an organization's own. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { toPageRequest } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { createRoleBenchmark } from "@/lib/role-benchmarks/mutations";
import { createdRoleBenchmark, readRoleBenchmarkPage } from "@/lib/role-benchmarks/read-role-benchmark";
import {
  listRoleBenchmarksQuerySchema,
  newRoleBenchmarkSchema,
  roleBenchmarkJsonSchema,
  roleBenchmarkPageSchema,
} from "@/lib/role-benchmarks/schema";

const newRoleBody = jsonBody(newRoleBenchmarkSchema);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "List role benchmarks",
    description: "The latest version of each that may be named, by key.",
    scope: "roles:read",
    query: listRoleBenchmarksQuerySchema,
    response: roleBenchmarkPageSchema,
    handler: ({ scope, query }) => readRoleBenchmarkPage(scope, toPageRequest(query)),
  }),

  POST: route({
    summary: "Create a role benchmark",
    errors: ["conflict"],
    scope: "roles:write",
    status: 201,
    body: newRoleBody,
    response: roleBenchmarkJsonSchema,
    resume: ({ scope }, key) => createdRoleBenchmark(scope, key),
    handler: ({ body, ...identity }) =>
      createRoleBenchmark(identity, body).then(() => createdRoleBenchmark(identity.scope, body.key)),
  }),
});
