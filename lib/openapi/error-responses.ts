import type { ZodOpenApiResponsesObject } from "zod-openapi";
import { ERROR_CODES, type ErrorCode } from "@/lib/errors/error-codes";
import type { ApiRoute } from "@/lib/openapi/api-route";
import { ANSWER_HEADERS, headerRef } from "@/lib/openapi/header-components";
import { findExamples } from "@/lib/openapi/find-examples";

/** What any address may answer: lib/http/route.ts says when. */
const EVERYWHERE: readonly ErrorCode[] = [
  "invalid_request",
  "unknown_parameter",
  "unauthorized",
  "forbidden",
  "rate_limited",
  "internal_error",
  "unavailable",
];
const WITH_PARAMETERS: readonly ErrorCode[] = ["not_found"];
const WITH_BODY: readonly ErrorCode[] = ["request_timeout", "unsupported_content_type", "invalid_field"];
const ON_POST: readonly ErrorCode[] = ["idempotency_in_progress", "idempotency_key_reused"];

/** Every code that an operation may answer with, its own first. */
export function codesOf({ method, facts }: ApiRoute): readonly ErrorCode[] {
  return [
    ...new Set([
      ...(facts.errors ?? []),
      ...(facts.params ? WITH_PARAMETERS : []),
      ...(facts.body ? WITH_BODY : []),
      ...(method === "post" ? ON_POST : []),
      ...EVERYWHERE,
    ]),
  ];
}

/** One response a status, which names its codes; problem+json, with Retry-After where it helps. */
export function errorResponses(route: ApiRoute): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(route)) {
    const { status } = ERROR_CODES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const sorted = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(sorted.map(([status, codes]) => [String(status), errorResponse(route, status, codes)]));
}

/** Statuses that come with a time to ask again. */
const RETRY_LATER = [409, 429, 503];

function errorResponse(route: ApiRoute, status: number, codes: readonly ErrorCode[]) {
  const examples = findExamples(route, status);
  const narrowed = { type: "object" as const, properties: { code: { type: "string" as const, enum: [...codes] } } };
  return {
    description: codes.map((code) => `\`${code}\`: ${ERROR_CODES[code].title}.`).join(" "),
    headers: { ...ANSWER_HEADERS, ...(RETRY_LATER.includes(status) && { "Retry-After": headerRef("Retry-After") }) },
    content: {
      "application/problem+json": {
        schema: { allOf: [{ $ref: "#/components/schemas/problem" }, narrowed] },
        ...(examples && { examples }),
      },
    },
  };
}
