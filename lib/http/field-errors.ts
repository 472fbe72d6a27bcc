import type { z } from "zod";
import { EarshotError, type ErrorCode, type FieldError } from "@/lib/errors/error-codes";

/** More than this helps nobody, and a hostile body must not make a large answer. */
const MAX_FIELD_ERRORS = 20;

/**
 * A schema's complaints as `errors[]`: one entry per field, unknown fields each under their own name.
 *
 * @param code what a wrong value is called here: "invalid_field" in a body, "invalid_request" in a query.
 * @param codes codes of their own for some fields, by pointer: {"/role_benchmark": "unknown_role_benchmark"}.
 */
export function toFieldErrors(
  error: z.ZodError,
  code: ErrorCode = "invalid_field",
  codes: Readonly<Record<string, ErrorCode>> = {},
): FieldError[] {
  const entries = error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        pointer: toPointer([...issue.path, key]),
        code,
        detail: "This field is not known here. Check its spelling, or leave it out.",
      }));
    }
    const pointer = toPointer(issue.path);
    // A record's key that does not fit: what is wrong with it stands one level down.
    const detail = (issue.code === "invalid_key" ? issue.issues[0]?.message : undefined) ?? issue.message;
    return [{ pointer, code: codes[pointer] ?? code, detail }];
  });
  return entries.slice(0, MAX_FIELD_ERRORS);
}

/** `invalid_field` of one field of a form. */
export function fieldError(name: string, detail: string): EarshotError {
  const shown = name.slice(0, 100);
  return new EarshotError("invalid_field", `${shown}: ${detail}`, [
    { pointer: toPointer([shown]), code: "invalid_field", detail },
  ]);
}

/** RFC 6901: "/candidate/email"; "" is the whole document. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, 100).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** One sentence for `detail`: the first complaint, and how many more there are. */
export function summariseFieldErrors(errors: readonly FieldError[]): string {
  const first = errors[0];
  if (!first) return "The request is not valid.";
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more, see errors)` : "";
  return `${first.pointer.slice(1) || "The body"}: ${first.detail}${more}`;
}
