/** /v1/role-benchmarks/{key}: the latest version of one. */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { readRoleBenchmark } from "@/lib/role-benchmarks/read-role-benchmark";
import { roleBenchmarkJsonSchema, roleBenchmarkParamsSchema } from "@/lib/role-benchmarks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Read a role benchmark",
    scope: "roles:read",
    params: roleBenchmarkParamsSchema,
    response: roleBenchmarkJsonSchema,
    handler: ({ scope, params }) => readRoleBenchmark(scope, params.key),
  }),
});
