import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import type { ApiRoute } from "@/lib/openapi/api-route";
import { describeFields } from "@/lib/openapi/describe-fields";
import { HEADER_COMPONENTS } from "@/lib/openapi/header-components";
import { API_INTRODUCTION } from "@/lib/openapi/introduction";
import type { OpenApiDocument } from "@/lib/openapi/openapi-document";
import { nameSchemas } from "@/lib/openapi/named-schemas";
import { PROBLEM_SCHEMA } from "@/lib/openapi/operation-extras";
import { PARAMETER_COMPONENTS } from "@/lib/openapi/parameter-components";
import { findSection } from "@/lib/openapi/sections";
import { toOperation } from "@/lib/openapi/to-operation";
import { WEBHOOK_OPERATIONS } from "@/lib/openapi/webhook-operations";

/** `/v1` only grows: what is added raises the second number. */
const API_VERSION = "1.0.0";

/** The OpenAPI 3.1 document of these routes: the schemas that check requests and answers are those that are shown. */
export function buildDocument(routes: readonly ApiRoute[]): OpenApiDocument {
  const sections = [...new Map(routes.map(({ path }) => [findSection(path).key, findSection(path)])).values()];
  const source: ZodOpenApiObject = {
    openapi: "3.1.1",
    info: { title: "Earshot API", version: API_VERSION, description: API_INTRODUCTION },
    servers: [{ url: "/", description: "This server" }],
    tags: sections.map(({ title, intro }) => ({ name: title, description: intro })),
    paths: toPaths(routes),
    webhooks: WEBHOOK_OPERATIONS,
    components: {
      schemas: {
        ...nameSchemas(routes.flatMap(({ facts }) => (facts.response ? [facts.response] : []))),
        problem: PROBLEM_SCHEMA,
      },
      headers: { ...HEADER_COMPONENTS },
      parameters: { ...PARAMETER_COMPONENTS },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "`Authorization: Bearer es_live_...` or `es_test_...`" },
        api_key: {
          type: "apiKey",
          in: "header",
          name: "X-API-Key",
          description: "The same key in a header of its own.",
        },
      },
    },
  };
  return describeFields(createDocument(source, { override: openAnswers }));
}

function toPaths(routes: readonly ApiRoute[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: toOperation(route) };
  return paths;
}

/** Answers may gain fields: a client must not refuse those that it does not know. */
const openAnswers: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};
