import type { OpenApiDocument } from "@/lib/openapi/openapi-document";
import { COMMON_FIELDS, FIELDS_OF } from "@/lib/openapi/field-descriptions";

interface SchemaNode {
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  allOf?: SchemaNode[];
  $ref?: string;
}

interface ParameterNode {
  name?: string;
  description?: string;
  $ref?: string;
}

/** Gives every field and parameter without words of its own those of the tables in field-descriptions.ts. Changes the document. */
export function describeFields(document: OpenApiDocument): OpenApiDocument {
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    describeSchema(asNode(schema), (path) => FIELDS_OF[name]?.[path]);
  }
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(item))
      describeOperation(`${method.toUpperCase()} ${path}`, operation);
  }
  return document;
}

function describeOperation(name: string, operation: unknown): void {
  // The document is plain JSON that createDocument made; only these parts of an operation are read.
  const { parameters, requestBody, responses } = operation as {
    parameters?: ParameterNode[];
    requestBody?: { content?: Record<string, { schema?: SchemaNode }> };
    responses?: Record<string, { content?: Record<string, { schema?: SchemaNode }> }>;
  };
  for (const parameter of parameters ?? []) {
    const words = COMMON_FIELDS[parameter.name ?? ""];
    if (!parameter.$ref && words !== undefined) parameter.description ??= words;
  }
  for (const media of Object.values(requestBody?.content ?? {})) {
    if (media.schema) describeSchema(media.schema, (path) => FIELDS_OF[name]?.[path]);
  }
  for (const response of Object.values(responses ?? {})) {
    for (const media of Object.values(response.content ?? {})) {
      if (media.schema) describeSchema(media.schema, () => undefined);
    }
  }
}

/** Fields by dotted path; array items and map values add nothing to it. */
function describeSchema(schema: SchemaNode, wordsOf: (path: string) => string | undefined, path = ""): void {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const at = path === "" ? name : `${path}.${name}`;
    const words = wordsOf(at) ?? COMMON_FIELDS[name];
    if (words !== undefined) field.description ??= words;
    describeSchema(field, wordsOf, at);
  }
  for (const inner of [schema.items, ...(schema.anyOf ?? []), ...(schema.allOf ?? []), mapValues(schema)]) {
    if (inner) describeSchema(inner, wordsOf, path);
  }
}

function mapValues(schema: SchemaNode): SchemaNode | null {
  const values: unknown = "additionalProperties" in schema ? schema.additionalProperties : null;
  return typeof values === "object" && values !== null ? values : null;
}

function asNode(schema: unknown): SchemaNode {
  // As above: plain JSON schema, of which only the keys of SchemaNode are read.
  return schema as SchemaNode;
}
