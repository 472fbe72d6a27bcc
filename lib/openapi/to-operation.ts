import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from "zod-openapi";
import { unscoredAssessmentSchema } from "@/lib/assessments/schema";
import type { BodyContent } from "@/lib/http/body";
import { type ApiRoute, operationName } from "@/lib/openapi/api-route";
import { errorResponses } from "@/lib/openapi/error-responses";
import { findExamples } from "@/lib/openapi/find-examples";
import { ANSWER_HEADERS, headerRef } from "@/lib/openapi/header-components";
import {
  acceptedHeaders,
  OPERATION_EXTRAS,
  type OperationExtras,
  successDescription,
} from "@/lib/openapi/operation-extras";
import { parameterRef } from "@/lib/openapi/parameter-components";
import { findSection } from "@/lib/openapi/sections";
import { DEFAULT_LIMIT } from "@/lib/rate-limit/rate-limits";

/** Parts of a form that hold JSON: their media type stands in `encoding`. */
const JSON_PARTS = ["candidate", "metadata", "accommodations"];

/** One operation of the document from what its route says of itself. */
export function toOperation(route: ApiRoute): ZodOpenApiOperationObject {
  const { method, path, facts } = route;
  const extras = OPERATION_EXTRAS[operationName(route)] ?? {};
  const parameters = [...(extras.parameters ?? []), ...(method === "post" ? [parameterRef("Idempotency-Key")] : [])];
  return {
    operationId: operationId(route),
    tags: [findSection(path).title],
    summary: facts.summary,
    description: [facts.description, `Needs the scope \`${facts.scope}\`.${limitNote(route)}`]
      .filter(Boolean)
      .join("\n\n"),
    security: [{ bearer: [facts.scope] }, { api_key: [facts.scope] }],
    ...((facts.params || facts.query) && {
      requestParams: { ...(facts.params && { path: facts.params }), ...(facts.query && { query: facts.query }) },
    }),
    ...(parameters.length > 0 && { parameters: [...parameters] }),
    ...(facts.body && { requestBody: requestBody(facts.body.content ?? {}, extras) }),
    responses: { ...successResponses(route, extras), ...errorResponses(route) },
  };
}

function limitNote({ facts }: ApiRoute): string {
  const limit = facts.limit ?? DEFAULT_LIMIT;
  if (limit.name === DEFAULT_LIMIT.name) return "";
  const per = limit.windowSeconds === 60 ? "a minute" : `in ${limit.windowSeconds} seconds`;
  return ` Has a limit of its own: ${limit.requests.toLocaleString("en")} requests ${per}.`;
}

/** "post_soft_skills_score", "get_soft_skills_score_by_id". */
function operationId({ method, path }: ApiRoute): string {
  const words = path.split("/").slice(2);
  return [method, ...words.map((word) => word.replace(/^\{(\w+)\}$/, "by_$1").replaceAll("-", "_"))].join("_");
}

function requestBody(content: BodyContent, { bytes }: OperationExtras) {
  const described = Object.entries(content).map(([type, schema]) => {
    const encoding = type === "multipart/form-data" ? jsonParts(schema) : {};
    return [type, { schema, ...(Object.keys(encoding).length > 0 && { encoding }) }];
  });
  const media = bytes === undefined ? described : [[bytes, { schema: { type: "string", format: "binary" } }]];
  return { required: bytes === undefined, content: Object.fromEntries(media) };
}

/** The parts of this form that hold JSON. */
function jsonParts(schema: z.ZodType) {
  const parts = schema instanceof z.ZodObject ? JSON_PARTS.filter((part) => part in schema.shape) : [];
  return Object.fromEntries(parts.map((part) => [part, { contentType: "application/json" }]));
}

function successResponses(route: ApiRoute, extras: OperationExtras) {
  const { method, facts } = route;
  const status = facts.status ?? (method === "delete" && !facts.response ? 204 : 200);
  const success = successResponse(route, status, extras);
  const responses: Record<`${2}${string}`, ZodOpenApiResponseObject> = { [`2${String(status).slice(1)}`]: success };
  if (extras.accepts) {
    const examples = findExamples(route, 202);
    responses["202"] = {
      description: "The result is not there yet. Ask at `Location` after `Retry-After` seconds.",
      headers: { ...ANSWER_HEADERS, ...acceptedHeaders() },
      content: { "application/json": { schema: unscoredAssessmentSchema, ...(examples && { examples }) } },
    };
  }
  for (const [further, description] of Object.entries(extras.statuses ?? {})) {
    responses[`2${further.slice(1)}`] = { ...success, description };
  }
  return responses;
}

function successResponse(route: ApiRoute, status: number, extras: OperationExtras): ZodOpenApiResponseObject {
  const { response } = route.facts;
  const examples = findExamples(route, status);
  const ofItsOwn = (extras.headers ?? []).map((name) => [name, headerRef(name)]);
  const media = Object.keys(extras.media ?? {}).map((type) => [type, { schema: {} }]);
  const content = {
    ...(response && { "application/json": { schema: response, ...(examples && { examples }) } }),
    ...Object.fromEntries(media),
  };
  return {
    description: [successDescription(status), ...Object.values(extras.media ?? {})].join(" "),
    headers: { ...ANSWER_HEADERS, ...Object.fromEntries(ofItsOwn) },
    ...(Object.keys(content).length > 0 && { content }),
  };
}
