import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DOCUMENT_FILE, sdkTypes, TYPES_FILE } from "./make-sdk-types.mjs";

const schemaOf = (schema) =>
  /part: ([\s\S]*?);\n\}\n/.exec(sdkTypes({ paths: {}, components: { schemas: { part: schema } } }))[1];

test("the client's types are those of docs/openapi.json", () => {
  expect(readFileSync(TYPES_FILE, "utf8")).toBe(sdkTypes(JSON.parse(readFileSync(DOCUMENT_FILE, "utf8"))));
});

test("each part of a schema becomes the type that says the same", () => {
  expect(schemaOf({ type: ["string", "null"] })).toBe("string | null");
  expect(schemaOf({ enum: ["a", "b"] })).toBe('"a" | "b"');
  expect(schemaOf({ type: "array", items: { anyOf: [{ type: "integer" }, { type: "null" }] } })).toBe(
    "(number | null)[]",
  );
  expect(schemaOf({ type: "array", prefixItems: [{ type: "number" }, { type: "string" }] })).toBe("[number, string]");
  expect(schemaOf({ type: "object", additionalProperties: { type: "string" } })).toBe("Record<string, string>");
  expect(schemaOf({ type: "string", format: "binary" })).toBe("Blob");
  expect(schemaOf({ $ref: "#/components/schemas/part" })).toBe('Schemas["part"]');
  expect(schemaOf({ type: "object", properties: { "a-b": { const: 1 }, c: {} }, required: ["c"] })).toBe(
    '{\n    "a-b"?: 1 | undefined;\n    c: unknown;\n  }',
  );
});

test("a schema that the script does not know stops it rather than becoming a type that promises nothing", () => {
  expect(() => schemaOf({ type: "object", properties: { a: { type: "date" } } })).toThrow("No type for this part");
  expect(() => schemaOf({ not: { type: "string" } })).toThrow("No type for this part");
  expect(() => schemaOf({ $ref: "#/elsewhere" })).toThrow("is no schema");
});

test("an operation asks for what its path, query and body require", () => {
  const types = sdkTypes({
    paths: {
      "/v1/things/{id}": {
        put: {
          parameters: [
            { $ref: "#/components/parameters/Id" },
            { in: "query", name: "dry", schema: { type: "boolean" } },
          ],
          requestBody: { content: { "application/json": { schema: { type: "string" } } } },
          responses: { 204: {}, 200: { content: { "application/json": { schema: { type: "number" } } } }, 404: {} },
        },
      },
    },
    components: { parameters: { Id: { in: "path", name: "id", required: true, schema: { type: "string" } } } },
  });
  expect(types).toContain('"PUT /v1/things/{id}": {\n    path: {\n      id: string;\n    };');
  expect(types).toContain("dry?: boolean | undefined;");
  expect(types).toContain("    body: string;\n    form: never;\n    response: number;");
});
