import type { oas31 } from "zod-openapi";

const text = { type: "string" as const };
const count = { type: "integer" as const, minimum: 0 };

/** Headers of answers, each described once. */
export const HEADER_COMPONENTS = {
  "X-Request-Id": { description: "The id of this answer; quote it when you ask for help.", schema: text },
  "RateLimit-Policy": {
    description: 'The limit that counts here: name, requests (`q`), window in seconds (`w`). `"default";q=500;w=60`',
    schema: text,
  },
  RateLimit: {
    description: 'What is left of it (`r`) and in how many seconds it starts again (`t`). `"default";r=499;t=60`',
    schema: text,
  },
  "Retry-After": { description: "Ask again after so many seconds.", schema: count },
  "Upload-Offset": { description: "Bytes that are here: where to go on.", schema: count },
  "Upload-Length": { description: "Bytes of the whole file.", schema: count },
  Location: { description: "Where the result will be.", schema: text },
  "Content-Location": { description: "The address of the result that is in the body.", schema: text },
} as const satisfies Record<string, oas31.HeaderObject>;

export function headerRef(name: keyof typeof HEADER_COMPONENTS): oas31.ReferenceObject {
  return { $ref: `#/components/headers/${name}` };
}

/** Headers of every answer to a request that was let in. */
export const ANSWER_HEADERS: Readonly<Record<string, oas31.ReferenceObject>> = {
  "X-Request-Id": headerRef("X-Request-Id"),
  "RateLimit-Policy": headerRef("RateLimit-Policy"),
  RateLimit: headerRef("RateLimit"),
};
