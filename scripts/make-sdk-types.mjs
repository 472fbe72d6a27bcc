#!/usr/bin/env node
// node scripts/make-sdk-types.mjs [--check]: writes lib/sdk/src/generated/api.ts, the types of the TypeScript client,
// from docs/openapi.json; with --check says whether the file is stale and exits with 1 when it is. `npm run docs` runs
// it after the document was written. No package does this here: the document uses a small part of JSON Schema, and what
// is outside of it stops the script rather than becoming a type that promises nothing.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
export const DOCUMENT_FILE = path.join(ROOT, "docs/openapi.json");
export const TYPES_FILE = path.join(ROOT, "lib/sdk/src/generated/api.ts");
const METHODS = ["get", "head", "post", "put", "patch", "delete"];
const JSON_TYPE = "application/json";
const FORM_TYPE = "multipart/form-data";

/** The whole file as text. */
export function sdkTypes(document) {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const operations = Object.entries(document.paths).flatMap(([address, item]) =>
    METHODS.filter((method) => method in item).map((method) => operationLines(document, address, method, item)),
  );
  return `${[
    "// Written by scripts/make-sdk-types.mjs from docs/openapi.json. Do not edit: npm run docs writes it again.",
    "",
    "/** What goes over the line, by the names of the OpenAPI document. */",
    "export interface Schemas {",
    ...schemas.map(([name, schema]) => `${comment(schema.description, 1)}  ${key(name)}: ${typeOf(schema, 1)};`),
    "}",
    "",
    "/** Every operation by method and path: what it takes and what it answers where it worked. */",
    "export interface Operations {",
    ...operations,
    "}",
  ].join("\n")}\n`;
}

function operationLines(document, address, method, item) {
  const operation = item[method];
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => resolve(document, one));
  const content = resolve(document, operation.requestBody ?? {}).content ?? {};
  return [
    `${comment(operation.summary, 1)}  ${JSON.stringify(`${method.toUpperCase()} ${address}`)}: {`,
    `    path: ${parametersType(parameters, "path")};`,
    `    query: ${parametersType(parameters, "query")};`,
    `    body: ${content[JSON_TYPE] ? typeOf(content[JSON_TYPE].schema, 2) : "never"};`,
    `    form: ${content[FORM_TYPE] ? typeOf(content[FORM_TYPE].schema, 2) : "never"};`,
    `    response: ${responseType(document, operation)};`,
    "  };",
  ].join("\n");
}

function parametersType(parameters, place) {
  const own = parameters.filter((one) => one.in === place);
  if (own.length === 0) return "Record<never, never>";
  const required = own.filter((one) => one.required).map((one) => one.name);
  const properties = Object.fromEntries(
    own.map((one) => [one.name, { ...one.schema, description: one.description ?? one.schema.description }]),
  );
  return objectType({ type: "object", properties, required }, 2);
}

/** JSON answers of 2xx; an operation without any answers text, bytes or nothing, which its method reads itself. */
function responseType(document, operation) {
  const schemas = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([, response]) => resolve(document, response).content?.[JSON_TYPE]?.schema)
    .filter((schema) => schema !== undefined)
    .flatMap((schema) => (schema.anyOf ?? [schema]).map((branch) => typeOf(branch, 2)));
  return schemas.length === 0 ? "void" : [...new Set(schemas)].join(" | ");
}

function resolve(document, value) {
  if (value.$ref === undefined) return value;
  const found = value.$ref
    .replace(/^#\//, "")
    .split("/")
    .reduce((at, step) => at?.[step], document);
  if (found === undefined) throw new Error(`docs/openapi.json points to ${value.$ref}, which is not there.`);
  return found;
}

function typeOf(schema, depth) {
  if (schema === true || Object.keys(schema).every((name) => ["description", "examples", "default"].includes(name)))
    return "unknown";
  if (schema.$ref !== undefined) return schemaReference(schema.$ref);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return [...new Set(branches.map((branch) => typeOf(branch, depth)))].join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((part) => `(${typeOf(part, depth)})`).join(" & ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, depth)).join(" | ");
  return plainType(schema, depth);
}

function plainType(schema, depth) {
  switch (schema.type) {
    case "string":
      return schema.format === "binary" ? "Blob" : "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
    case "null":
      return schema.type;
    case "array":
      if (schema.prefixItems !== undefined)
        return `[${schema.prefixItems.map((item) => typeOf(item, depth)).join(", ")}]`;
      return `(${typeOf(schema.items ?? {}, depth)})[]`;
    case "object":
      return objectType(schema, depth);
    default:
      throw new Error(`No type for this part of docs/openapi.json: ${JSON.stringify(schema).slice(0, 300)}`);
  }
}

function objectType(schema, depth) {
  const fields = Object.entries(schema.properties ?? {});
  const rest = schema.additionalProperties;
  if (fields.length === 0) {
    if (rest === false) return "Record<string, never>";
    return `Record<string, ${rest === undefined || rest === true ? "unknown" : typeOf(rest, depth)}>`;
  }
  const required = new Set(schema.required ?? []);
  const lines = fields.map(([name, field]) => {
    const optional = required.has(name) ? "" : "?";
    const type = typeOf(field, depth + 1);
    // A caller may hand on what it does not have: an absent field and `undefined` are the same in JSON.
    const absent = required.has(name) ? "" : " | undefined";
    return `${comment(field.description, depth + 1)}${indent(depth + 1)}${key(name)}${optional}: ${type}${absent};`;
  });
  return `{\n${lines.join("\n")}\n${indent(depth)}}`;
}

function schemaReference(reference) {
  const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1];
  if (name === undefined) throw new Error(`docs/openapi.json refers to ${reference}, which is no schema.`);
  return `Schemas[${JSON.stringify(name)}]`;
}

function comment(text, depth) {
  return text ? `${indent(depth)}/** ${text.replaceAll("*/", "* /").replace(/\s+/g, " ").trim()} */\n` : "";
}

function indent(depth) {
  return "  ".repeat(depth);
}

function key(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function main(check) {
  const wanted = sdkTypes(JSON.parse(readFileSync(DOCUMENT_FILE, "utf8")));
  const name = path.relative(ROOT, TYPES_FILE);
  if (!check) {
    writeFileSync(TYPES_FILE, wanted);
    return 0;
  }
  if (readFileSync(TYPES_FILE, "utf8") === wanted) return 0;
  console.error(`${name} is stale: run npm run docs, and commit what it writes.`);
  return 1;
}

if (process.argv[1] === import.meta.filename) process.exit(main(process.argv.includes("--check")));
