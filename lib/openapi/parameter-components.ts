import type { oas31 } from "zod-openapi";

const bytes = { type: "integer" as const, minimum: 0 };

/** Headers of the upload protocol (tus 1.0); a live answer takes two of them. */
const TUS_PARAMETERS = {
  "Tus-Resumable": {
    name: "Tus-Resumable",
    in: "header",
    required: true,
    description: "The version of the upload protocol: `1.0.0`.",
    schema: { const: "1.0.0" },
  },
  "Upload-Length": {
    name: "Upload-Length",
    in: "header",
    required: true,
    description: "Bytes of the whole file.",
    schema: bytes,
  },
  "Upload-Offset": {
    name: "Upload-Offset",
    in: "header",
    required: true,
    description: "Where these bytes belong; it must be where the upload, or the live answer, stands.",
    schema: bytes,
  },
  "Upload-Metadata": {
    name: "Upload-Metadata",
    in: "header",
    required: false,
    description: "Pairs of a key and a base64 value, with commas between them.",
    schema: { type: "string" },
  },
  "Upload-Checksum": {
    name: "Upload-Checksum",
    in: "header",
    required: false,
    description: "An algorithm and the base64 of the checksum of these bytes.",
    schema: { type: "string" },
  },
} as const satisfies Record<string, oas31.ParameterObject>;

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
  ...TUS_PARAMETERS,
} as const satisfies Record<string, oas31.ParameterObject>;

export function parameterRef(name: keyof typeof PARAMETER_COMPONENTS): oas31.ReferenceObject {
  return { $ref: `#/components/parameters/${name}` };
}
