/** /v1/role-benchmarks/{key}/archive: takes one out of use. */
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { archiveRoleBenchmark } from "@/lib/role-benchmarks/mutations";
import { readRoleBenchmark } from "@/lib/role-benchmarks/read-role-benchmark";
import { roleBenchmarkJsonSchema, roleBenchmarkParamsSchema } from "@/lib/role-benchmarks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Archive a role benchmark",
    description: "No new result can name it; those that were made with it stay. Built-in ones cannot be archived.",
    errors: ["conflict"],
    scope: "roles:write",
    params: roleBenchmarkParamsSchema,
    response: roleBenchmarkJsonSchema,
    resume: ({ scope }, key) => readRoleBenchmark(scope, key),
    handler: async ({ params, ...identity }) => {
      await archiveRoleBenchmark(identity, params.key);
      return readRoleBenchmark(identity.scope, params.key);
    },
  }),
});
