import { type ErrorCode, ERROR_CODES } from "@/lib/errors/error-codes";
import { API_METHODS, type ApiMethod } from "@/lib/openapi/api-route";
import { type FieldRow, toFieldRows, typeOf } from "@/lib/openapi/field-rows";
import {
  componentName,
  type DocumentMedia,
  type DocumentOperation,
  type DocumentParameter,
  type DocumentResponse,
  REFERENCE_DOCUMENT,
  resolveSchema,
} from "@/lib/openapi/reference-document";
import { sampleBody, sampleValue } from "@/lib/openapi/sample-values";

export interface ReferenceOperation {
  readonly id: string;
  readonly method: ApiMethod;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: Readonly<Record<DocumentParameter["in"], readonly FieldRow[]>>;
  /** Values that fit the path, for samples and the form. */
  readonly samplePath: string;
  readonly bodies: readonly ReferenceBody[];
  readonly answers: readonly ReferenceAnswer[];
  readonly errors: readonly ReferenceError[];
}

export interface ReferenceBody {
  readonly mediaType: string;
  /** "answer_by_upload_id" where there are several shapes; "" where there is one. */
  readonly shape: string;
  readonly fields: readonly FieldRow[];
  /** A JSON body to begin with; null where the body is no JSON object. */
  readonly sample: unknown;
}

export interface ReferenceAnswer {
  readonly status: string;
  readonly description: string;
  /** One a shape: an address may answer with a result or with a run that goes on. */
  readonly shapes: readonly { readonly name: string; readonly fields: readonly FieldRow[] }[];
  readonly examples: readonly { readonly summary: string; readonly text: string }[];
}

export interface ReferenceError {
  readonly status: number;
  readonly code: ErrorCode;
  readonly title: string;
}

export interface ReferenceGroup {
  readonly title: string;
  readonly intro: string;
  readonly operations: readonly ReferenceOperation[];
}

/** The reference by sections, in the order of the document. */
export function referenceGroups(): readonly ReferenceGroup[] {
  const operations = Object.entries(REFERENCE_DOCUMENT.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const known = API_METHODS.find((candidate) => candidate === method);
      return known ? [{ tag: operation.tags[0], view: toView(known, path, operation) }] : [];
    }),
  );
  return REFERENCE_DOCUMENT.tags.map(({ name, description }) => ({
    title: name,
    intro: description,
    operations: operations.filter(({ tag }) => tag === name).map(({ view }) => view),
  }));
}

/** One operation by its id. @throws Error when there is none: the pages name only what is there */
export function findOperation(id: string): ReferenceOperation {
  const found = referenceGroups()
    .flatMap(({ operations }) => operations)
    .find((operation) => operation.id === id);
  if (!found) throw new Error(`the document has no operation ${id}`);
  return found;
}

function toView(method: ApiMethod, path: string, operation: DocumentOperation): ReferenceOperation {
  const parameters = (operation.parameters ?? []).flatMap(resolveParameter);
  const rows = (place: DocumentParameter["in"]) => parameters.filter((one) => one.in === place).map(parameterRow);
  return {
    ...{ id: operation.operationId, method, path, summary: operation.summary },
    description: operation.description ?? "",
    parameters: { path: rows("path"), query: rows("query"), header: rows("header") },
    samplePath: path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const schema = parameters.find((one) => one.in === "path" && one.name === name)?.schema ?? {};
      return String(sampleValue(name, schema));
    }),
    bodies: Object.entries(operation.requestBody?.content ?? {}).flatMap(([mediaType, media]) =>
      toBodies(mediaType, media),
    ),
    answers: Object.entries(operation.responses)
      .filter(([status]) => status.startsWith("2"))
      .map(([status, response]) => toAnswer(status, response)),
    errors: Object.values(operation.responses).flatMap(toErrors),
  };
}

function resolveParameter(parameter: DocumentParameter | { readonly $ref: string }): readonly DocumentParameter[] {
  if (!("$ref" in parameter)) return [parameter];
  const found = REFERENCE_DOCUMENT.components.parameters[parameter.$ref.split("/").at(-1) ?? ""];
  return found ? [found] : [];
}

function parameterRow({ name, schema, required = false, description }: DocumentParameter): FieldRow {
  return { path: name, depth: 0, type: typeOf(schema), required, description: description ?? schema.description ?? "" };
}

/** One a shape: JSON may say in several ways where a recording is. */
function toBodies(mediaType: string, { schema }: DocumentMedia): readonly ReferenceBody[] {
  const options = resolveSchema(schema).anyOf ?? [schema];
  return options.map((option) => {
    const fields = toFieldRows(option);
    const sample = mediaType === "application/json" ? sampleBody(option) : null;
    return { mediaType, shape: options.length > 1 ? (componentName(option) ?? "") : "", fields, sample };
  });
}

function toAnswer(status: string, { description, content = {} }: DocumentResponse): ReferenceAnswer {
  const json = content["application/json"];
  const options = json ? (resolveSchema(json.schema).anyOf ?? [json.schema]) : [];
  return {
    ...{ status, description },
    shapes: options.map((option) => ({ name: option.$ref ? typeOf(option) : "", fields: toFieldRows(option) })),
    examples: Object.values(json?.examples ?? {}).map(({ summary, value }) => ({
      summary,
      text: JSON.stringify(value, null, 2),
    })),
  };
}

function toErrors({ content = {} }: DocumentResponse): readonly ReferenceError[] {
  const codes = content["application/problem+json"]?.schema.allOf?.[1]?.properties?.["code"]?.enum ?? [];
  return codes.flatMap((code) => {
    const known = CODES.find(([name]) => name === code);
    return known ? [{ code: known[0], ...known[1] }] : [];
  });
}

// Object.entries forgets that the table's keys are its codes.
const CODES = Object.entries(ERROR_CODES) as [ErrorCode, { status: number; title: string }][];
