import fc from "fast-check";
import { anyText, type JsonSchema, nearSchema } from "@/lib/openapi/testing/arbitrary-of-schema";

/** What the document says of an operation, as far as requests are made of it. */
export interface Described {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly schema?: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
}

/** One request to an operation. */
export interface Probe {
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

type Body = Pick<Probe, "body"> & { readonly type: string };

const BOUNDARY = "x";
const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const OTHER_TYPES = [FORM_TYPE, "application/offset+octet-stream", "application/json", "a"];
const HEADERS = ["prefer", "idempotency-key", "range", "upload-offset", "upload-length", "tus-resumable"];
const VALUES = ["", "0", "wait=0", "respond-async", "wait=99999999999", "bytes=0-", "bytes=9-1", "1.0.0", "text/plain"];

/** A value that a header may hold; others never leave a client. */
const headerText = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\x21-\x7e]/g, "-")),
);
const bytes = fc.uint8Array({ maxLength: 200 });

/**
 * Requests near to what the document says of an operation, and some that are far from it.
 *
 * @param parameters names in its path
 * @param ids that the path may name: of things that are there
 * @param resolve finds a named schema
 */
export function probesOf(
  { parameters: described = [], requestBody }: Described,
  parameters: readonly string[],
  ids: readonly string[],
  resolve: (reference: string) => JsonSchema,
): fc.Arbitrary<Probe> {
  const id = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: anyText });
  const query = described.flatMap((each) => (each.in === "query" && each.name !== undefined ? [each.name] : []));
  const body = requestBody ? bodiesOf(requestBody.content, resolve) : fc.constant({ type: "", body: null });
  const others = fc.dictionary(fc.constantFrom(...HEADERS), headerText, { maxKeys: 3 });
  return fc
    .record({
      params: fc.record(Object.fromEntries(parameters.map((parameter) => [parameter, id]))),
      query: fc.array(fc.tuple(fc.oneof(anyText, fc.constantFrom("limit", "cursor", ...query)), anyText), {
        maxLength: 2,
      }),
      sent: body,
      others,
    })
    .map(({ sent, others: headers, ...rest }) => ({
      ...rest,
      headers: { ...(sent.type !== "" && { "content-type": sent.type }), ...headers },
      body: sent.body,
    }));
}

/** Bodies of the kinds that an operation takes, and others. */
function bodiesOf(
  content: NonNullable<Described["requestBody"]>["content"],
  resolve: (reference: string) => JsonSchema,
): fc.Arbitrary<Body> {
  const near = Object.entries(content).map(([type, { schema = {} }]) => {
    if (type.startsWith("multipart/")) {
      return nearSchema(schema, resolve)
        .chain(formOf)
        .map((body): Body => ({ type: FORM_TYPE, body }));
    }
    const value = nearSchema(schema, resolve);
    return value.map((sent): Body => ({
      type,
      body: type.includes("json") ? (JSON.stringify(sent) ?? "") : String(sent),
    }));
  });
  const far = fc.record({
    type: fc.constantFrom(...Object.keys(content), ...OTHER_TYPES),
    body: fc.oneof(bytes, anyText),
  });
  return fc.oneof(...near.map((arbitrary) => ({ weight: 6, arbitrary })), { weight: 2, arbitrary: far });
}

/** A value as a form: a part for each of its fields, some twice; the recording is a file of any bytes. */
function formOf(value: unknown): fc.Arbitrary<Uint8Array> {
  const fields = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return fc
    .tuple(bytes, fc.subarray(fields, { maxLength: Math.min(1, fields.length) }), fc.boolean())
    .map(([recording, repeated, isWhole]) =>
      Buffer.concat([
        ...[...fields, ...repeated].map(([name, field]) => part(name, name === "audio" ? recording : field)),
        Buffer.from(isWhole ? `--${BOUNDARY}--\r\n` : ""),
      ]),
    );
}

function part(name: string, value: unknown): Buffer {
  const isFile = value instanceof Uint8Array;
  const disposition = `form-data; name="${name.replace(/["\r\n]/g, "-")}"${isFile ? '; filename="a.mp3"' : ""}`;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const head = Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\n\r\n`);
  return Buffer.concat([head, isFile ? value : Buffer.from(text), Buffer.from("\r\n")]);
}
