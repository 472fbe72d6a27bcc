import { Validator } from "@seriousme/openapi-schema-validator";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ERROR_CODES } from "@/lib/errors/error-codes";
import { type ApiRoute, operationName } from "@/lib/openapi/api-route";
import { buildDocument } from "@/lib/openapi/build-document";
import type { OpenApiDocument } from "@/lib/openapi/openapi-document";
import { codesOf } from "@/lib/openapi/error-responses";
import { FIELDS_OF } from "@/lib/openapi/field-descriptions";
import { loadApiRoutes } from "@/lib/openapi/load-api-routes";
import { OPERATION_EXTRAS } from "@/lib/openapi/operation-extras";
import recordedExamples from "@/lib/openapi/examples/recorded-examples.json";

const ROOT = path.resolve(import.meta.dirname, "../..");
let routes: readonly ApiRoute[];
let document: OpenApiDocument;
beforeAll(async () => {
  routes = await loadApiRoutes(ROOT, (file) => import(path.join(ROOT, file)));
  document = buildDocument(routes);
}, 120_000);

// any: the tests read single places of a JSON document.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const at = (name: string): any => {
  const [method = "", address = ""] = name.split(" ");
  return Object(document.paths?.[address])[method.toLowerCase()];
};

test("the document is valid OpenAPI 3.1, with every reference resolved", async () => {
  const validator = new Validator();
  const result = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(validator.version).toBe("3.1");
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)];
  expect(references.length).toBeGreaterThan(50);
  for (const [, kind = "", name = ""] of references) {
    expect(Object(document.components)[kind], `${kind}/${name}`).toHaveProperty([name]);
  }
});

test("every declared operation stands in it once, under an id of its own, with words, scope and section", () => {
  expect(routes.length).toBeGreaterThanOrEqual(8);
  const ids = routes.map((route) => {
    const operation = at(operationName(route));
    expect(operation).toMatchObject({ summary: route.facts.summary, security: [{ bearer: [route.facts.scope] }, {}] });
    expect(document.tags?.map(({ name }) => name)).toContain(operation.tags[0]);
    return operation.operationId;
  });
  expect(new Set(ids).size).toBe(ids.length);
});

test("every error code that an operation can answer with stands under its status as problem+json", () => {
  for (const route of routes) {
    const { responses } = at(operationName(route));
    for (const code of codesOf(route)) {
      const [, narrowed] = responses[ERROR_CODES[code].status].content["application/problem+json"].schema.allOf;
      expect(narrowed.properties.code.enum, `${operationName(route)} ${code}`).toContain(code);
    }
  }
});

test("the parts of the form of the main call are there, the recording as a file and objects as JSON", () => {
  const { schema, encoding } = at("POST /v1/soft-skills-score").requestBody.content["multipart/form-data"];
  expect(schema.properties.audio).toMatchObject({ type: "string", format: "binary" });
  expect(schema.required).toContain("role_benchmark");
  expect(encoding.metadata).toEqual({ contentType: "application/json" });
});

test("every POST takes an Idempotency-Key, and answers name their headers", () => {
  for (const route of routes) {
    const operation = at(operationName(route));
    const taken = (operation.parameters ?? []).map((parameter: { $ref?: string }) => parameter.$ref);
    const key = "#/components/parameters/Idempotency-Key";
    expect(taken.includes(key), operationName(route)).toBe(route.method === "post");
    expect(Object.keys(operation.responses[429].headers)).toEqual(
      expect.arrayContaining(["X-Request-Id", "RateLimit", "RateLimit-Policy", "Retry-After"]),
    );
  }
  expect(Object.keys(at("POST /v1/soft-skills-score").responses[202].headers)).toContain("Location");
});

test("answers may gain fields, requests may not", () => {
  expect(Object(document.components?.schemas?.["soft_skills_score"])).not.toHaveProperty("additionalProperties");
  const { schema } = at("POST /v1/soft-skills-score").requestBody.content["multipart/form-data"];
  expect(schema.additionalProperties).toBe(false);
});

describe("tables beside the routes name only what is there", () => {
  test("extras, examples and field words belong to operations or components that exist", () => {
    const names = routes.map(operationName);
    for (const name of Object.keys(OPERATION_EXTRAS)) expect(names).toContain(name);
    for (const { operation } of recordedExamples) expect(names).toContain(operation);
    const components = Object.keys(document.components?.schemas ?? {});
    for (const name of Object.keys(FIELDS_OF)) expect([...names, ...components]).toContain(name);
  });

  test("every example of a success fits the schema that checks the answer", () => {
    for (const { operation, status, body } of recordedExamples.filter((example) => example.status < 300)) {
      const route = routes.find((candidate) => operationName(candidate) === operation);
      expect(route?.facts.response?.safeParse(body).success, `${operation} ${status}`).toBe(true);
    }
  });

  test("every field of a result and of its request has words", () => {
    const nodes = [
      Object(document.components?.schemas?.["soft_skills_score"]),
      Object(document.components?.schemas?.["soft_skills_run"]),
      ...["audio_url", "upload_id", "answer_id"].map((by) => Object(document.components?.schemas?.[`answer_by_${by}`])),
      at("POST /v1/soft-skills-score").requestBody.content["multipart/form-data"].schema,
    ];
    for (const node of nodes) {
      for (const [name, field] of Object.entries<object>(node.properties))
        expect(field, name).toHaveProperty("description");
    }
  });
});
