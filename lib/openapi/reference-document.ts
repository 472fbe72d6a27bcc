import document from "@/docs/openapi.json";

/** The parts of the document that the reference reads; the file is written and checked by our own generator. */
export interface ReferenceDocument {
  readonly info: { readonly description: string; readonly version: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly webhooks?: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, DocumentSchema>>;
    readonly parameters: Readonly<Record<string, DocumentParameter>>;
  };
}

export interface DocumentOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly (DocumentParameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, DocumentMedia>> };
  readonly responses: Readonly<Record<string, DocumentResponse>>;
}

export interface DocumentParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: DocumentSchema;
}

export interface DocumentMedia {
  readonly schema: DocumentSchema;
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
}

export interface DocumentResponse {
  readonly description: string;
  readonly content?: Readonly<Record<string, DocumentMedia>>;
}

/** JSON Schema as far as the tables of the reference go. */
export interface DocumentSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, DocumentSchema>>;
  readonly additionalProperties?: DocumentSchema | boolean;
  readonly items?: DocumentSchema;
  readonly prefixItems?: readonly DocumentSchema[];
  readonly anyOf?: readonly DocumentSchema[];
  readonly oneOf?: readonly DocumentSchema[];
  readonly allOf?: readonly DocumentSchema[];
}

// The type that TypeScript reads out of the file is that of its content today, not of what every version of it has.
export const REFERENCE_DOCUMENT = document as unknown as ReferenceDocument;

/** The schema itself where `schema` only refers to one. */
export function resolveSchema(schema: DocumentSchema): DocumentSchema {
  const name = componentName(schema);
  const found = name === null ? undefined : REFERENCE_DOCUMENT.components.schemas[name];
  return found ? { ...found, ...(schema.description !== undefined && { description: schema.description }) } : schema;
}

/** "soft_skills_score" of a reference to it; null of anything else. */
export function componentName({ $ref }: DocumentSchema): string | null {
  return $ref?.split("/").at(-1) ?? null;
}
