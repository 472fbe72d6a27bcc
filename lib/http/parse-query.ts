import type { z } from "zod";
import { EarshotError } from "@/lib/errors/error-codes";
import { summariseFieldErrors, toFieldErrors } from "@/lib/http/field-errors";

/** Long enough for every cursor and filter; longer ones are mistakes or worse. */
const MAX_QUERY_CHARACTERS = 4_000;

/**
 * The query through its schema. Every parameter may stand once.
 *
 * @throws EarshotError `unknown_parameter` (named), `invalid_request` (with pointers)
 */
export function parseQuery<Schema extends z.ZodObject>(url: URL, schema: Schema): z.output<Schema> {
  if (url.search.length > MAX_QUERY_CHARACTERS) throw new EarshotError("invalid_request", "The query is too long.");
  const known = Object.keys(schema.shape);
  const values: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (!known.includes(name)) throw unknownParameter(name, known);
    if (name in values) {
      const detail = `The parameter ${name} stands more than once.`;
      throw new EarshotError("invalid_request", detail, [{ pointer: `/${name}`, code: "invalid_request", detail }]);
    }
    values[name] = value;
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const errors = toFieldErrors(parsed.error, "invalid_request");
  throw new EarshotError("invalid_request", summariseFieldErrors(errors), errors);
}

function unknownParameter(name: string, known: readonly string[]): EarshotError {
  const list = known.length === 0 ? "This address takes no parameters." : `Known here: ${known.join(", ")}.`;
  const detail = `The query parameter "${name.slice(0, 60)}" is not known. ${list}`;
  return new EarshotError("unknown_parameter", detail, [
    { pointer: `/${name.slice(0, 60)}`, code: "unknown_parameter", detail },
  ]);
}
