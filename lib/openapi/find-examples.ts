import { type ApiRoute, operationName } from "@/lib/openapi/api-route";
import recordedExamples from "@/lib/openapi/examples/recorded-examples.json";
import { type RecordedExample, recordedExamplesSchema } from "@/lib/openapi/recorded-example";

/** Parsed once: the reference stands on real answers only. */
const EXAMPLES: readonly RecordedExample[] = recordedExamplesSchema.parse(recordedExamples);

/** The operation's recorded answers of one status by name, or null where none was recorded. */
export function findExamples(
  route: Pick<ApiRoute, "method" | "path">,
  status: number,
): Record<string, { summary: string; value: unknown }> | null {
  const name = operationName(route);
  const found = EXAMPLES.filter((example) => example.operation === name && example.status === status);
  if (found.length === 0) return null;
  return Object.fromEntries(found.map((example) => [example.name, { summary: example.summary, value: example.body }]));
}
