import type { oas31 } from "zod-openapi";

/** Request headers that several operations take. */
export const PARAMETER_COMPONENTS = {
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description:
      "Up to 255 characters of your choice. The same request with the same key within 24 hours is answered as the first was, and nothing is done twice.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  },
  Prefer: {
    name: "Prefer",
    in: "header",
    required: false,
    description:
      "`wait=N` waits N seconds for the result (0 to 60; 25 where nothing is said), `respond-async` answers at once.",
    schema: { type: "string", examples: ["wait=60", "respond-async"] },
  },
  Range: {
    name: "Range",
    in: "header",
    required: false,
    description: "A part of the recording: `bytes=0-65535`.",
    schema: { type: "string" },
  },
} as const satisfies Record<string, oas31.ParameterObject>;

export function parameterRef(name: keyof typeof PARAMETER_COMPONENTS): oas31.ReferenceObject {
  return { $ref: `#/components/parameters/${name}` };
}
