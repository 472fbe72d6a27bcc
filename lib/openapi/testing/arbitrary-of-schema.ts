import fc from "fast-check";

/** The parts of JSON Schema that the document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

export type Resolve = (reference: string) => JsonSchema;

const MAX_ITEMS = 4;
/** Text that has broken servers: other alphabets, NUL, halves of pairs, paths, line ends, markup, very long. */
const AWKWARD_TEXTS = [
  ...["", " ", "\0", "\ud800", "\u202e", "𝕏", "../../etc/passwd", "a\r\nX-Injected: 1", "' or 1=1 --", "<script>"],
  ...["__proto__", "constructor", "null", "-0", "1e999", "9".repeat(400), "x".repeat(5_000)],
];

const awkwardText = fc.constantFrom(...AWKWARD_TEXTS);
/** Any text, often one that has broken servers before. */
export const anyText = fc.oneof(awkwardText, fc.string({ unit: "binary", maxLength: 60 }));

/**
 * Values near a schema: mostly ones that fit, and at every level some that do not (another type, a missing or an unknown
 * field, a number beyond its limits), because it is the way from fitting to not fitting that goes wrong.
 */
export function nearSchema(schema: JsonSchema, resolve: Resolve, depth = 0): fc.Arbitrary<unknown> {
  const wrong = depth > 4 ? fc.constant(null) : fc.oneof(fc.jsonValue({ maxDepth: 2 }), anyText, fc.constant(-1e308));
  return fc.oneof({ weight: 8, arbitrary: fitting(schema, resolve, depth) }, { weight: 1, arbitrary: wrong });
}

function fitting(schema: JsonSchema, resolve: Resolve, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return nearSchema(resolve(schema.$ref), resolve, depth + 1);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && choices.length > 0)
    return fc.oneof(...choices.map((choice) => nearSchema(choice, resolve, depth + 1)));
  const [merged] = schema.allOf ?? [];
  if (merged) return nearSchema(merged, resolve, depth + 1);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  if (type === "object" || schema.properties) return objectNear(schema, resolve, depth);
  if (type === "array")
    return fc.array(nearSchema(schema.items ?? {}, resolve, depth + 1), { maxLength: depth > 3 ? 0 : MAX_ITEMS });
  if (type === "integer") return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000_000 });
  if (type === "number") return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  return anyText;
}

function objectNear(schema: JsonSchema, resolve: Resolve, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, nearSchema(field, resolve, depth + 1)] as const,
  );
  const known = fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
  const unknown = fc.dictionary(anyText, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 1 });
  const cut = fc.array(fc.constantFrom("", ...Object.keys(schema.properties ?? {})), { maxLength: 1 });
  return fc
    .tuple(
      known,
      fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: unknown }),
      cut,
      fc.nat(5),
    )
    .map(([object, more, without, chance]) => {
      const left = Object.entries({ ...object, ...more }).filter(([name]) => chance !== 0 || !without.includes(name));
      return Object.fromEntries(left);
    });
}
