import { componentName, type DocumentSchema, resolveSchema } from "@/lib/openapi/reference-document";

/** A line of a table of fields. */
export interface FieldRow {
  /** "candidate.name"; `[]` stands for items, `*` for any key. */
  readonly path: string;
  readonly depth: number;
  /** "string, 1 to 60 characters", "integer or null". */
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** Deeper fields stand in the OpenAPI document only. */
const MAX_DEPTH = 3;

/** The fields of an object schema, one a row, those inside others below them. */
export function toFieldRows(schema: DocumentSchema, prefix = "", depth = 0): readonly FieldRow[] {
  const { properties = {}, required = [] } = resolveSchema(schema);
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    const resolved = resolveSchema(field);
    const row = {
      ...{ path, depth, type: typeOf(field), required: required.includes(name) },
      description: field.description ?? resolved.description ?? "",
    };
    return [row, ...(depth < MAX_DEPTH ? innerRows(field, path, depth + 1) : [])];
  });
}

function innerRows(schema: DocumentSchema, path: string, depth: number): readonly FieldRow[] {
  const resolved = resolveSchema(schema);
  if (resolved.items) return innerRows(resolved.items, `${path}[]`, depth);
  const { additionalProperties } = resolved;
  if (typeof additionalProperties === "object" && resolveSchema(additionalProperties).properties) {
    return toFieldRows(additionalProperties, `${path}.*`, depth);
  }
  const branch = resolved.anyOf?.find((option) => resolveSchema(option).properties !== undefined);
  return toFieldRows(branch ?? resolved, path, depth);
}

/** A schema in a few words. */
export function typeOf(schema: DocumentSchema): string {
  const resolved = resolveSchema(schema);
  const name = componentName(schema);
  if (name !== null) return name;
  const options = resolved.anyOf ?? resolved.oneOf;
  if (options) return [...new Set(options.map(typeOf))].join(" or ");
  if (resolved.const !== undefined) return JSON.stringify(resolved.const);
  if (resolved.enum) return resolved.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (resolved.prefixItems) return `[${resolved.prefixItems.map(typeOf).join(", ")}]`;
  if (resolved.items) return `list of ${typeOf(resolved.items)}`;
  const type = typeof resolved.type === "string" ? resolved.type : (resolved.type?.join(" or ") ?? "any");
  return [plainType(type, resolved), limitsOf(resolved)].filter(Boolean).join(", ");
}

function plainType(type: string, { format, additionalProperties }: DocumentSchema): string {
  if (format === "binary") return "file";
  if (format === "date-time") return "time";
  if (type === "object" && typeof additionalProperties === "object") return `map of ${typeOf(additionalProperties)}`;
  return type;
}

function limitsOf({ minimum, maximum, minLength, maxLength, format }: DocumentSchema): string {
  if (format !== undefined && format !== "binary") return "";
  if (maxLength !== undefined) return `${minLength ?? 0} to ${maxLength} characters`;
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (minimum !== undefined && bounded) return `${minimum} to ${maximum}`;
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) return `from ${minimum}`;
  return bounded ? `up to ${maximum}` : "";
}
