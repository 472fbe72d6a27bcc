import type { z } from "zod";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { summariseFieldErrors, toFieldErrors } from "@/lib/http/field-errors";
import { parseJson } from "@/lib/http/parse-json";
import { readText } from "@/lib/http/read-text";

/** Reads and checks a request's body. Runs after authentication. */
export interface BodyReader<Body> {
  (request: Request, scope: OrganizationScope): Promise<Body>;
  /** What it takes, by media type, for the reference. */
  readonly content?: BodyContent;
}

export type BodyContent = Readonly<Record<string, z.ZodType>>;

/** A reader of one's own with what it takes. */
export function describedBody<Body>(
  content: BodyContent,
  read: (request: Request, scope: OrganizationScope) => Promise<Body>,
): BodyReader<Body> {
  return Object.assign(read, { content });
}

const MAX_JSON_BYTES = 256_000;

/** "application/json" from "application/json; charset=utf-8"; "" when there is none. */
export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

export function unsupportedContentType(request: Request, accepted: readonly string[]): EarshotError {
  const sent = mediaType(request).slice(0, 80) || "no content type";
  return new EarshotError("unsupported_content_type", `Send ${accepted.join(" or ")}; this request has ${sent}.`);
}

/** A JSON body through a schema: another content type is 415, no JSON is 400, wrong or unknown fields are 422. */
export function jsonBody<Schema extends z.ZodType>(
  schema: Schema,
  maxBytes = MAX_JSON_BYTES,
): BodyReader<z.output<Schema>> {
  return describedBody({ "application/json": schema }, async (request) => {
    if (mediaType(request) !== "application/json") throw unsupportedContentType(request, ["application/json"]);
    return parseFields(schema, parseJson(await readText(request, maxBytes)));
  });
}

/** @throws EarshotError `invalid_field`, with one entry a wrong or unknown field */
export function parseFields<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const errors = toFieldErrors(parsed.error);
  throw new EarshotError("invalid_field", summariseFieldErrors(errors), errors);
}
