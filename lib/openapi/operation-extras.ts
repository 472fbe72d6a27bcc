import type { oas31 } from "zod-openapi";
import { ERROR_CODES } from "@/lib/errors/error-codes";
import { type HEADER_COMPONENTS, headerRef } from "@/lib/openapi/header-components";
import { parameterRef } from "@/lib/openapi/parameter-components";

/** What an operation's declaration does not say: request headers, and answers that are not its JSON. */
export interface OperationExtras {
  readonly parameters?: readonly oas31.ReferenceObject[];
  /** 202 with `soft_skills_run`: the result comes later. */
  readonly accepts?: true;
  /** Media types of a success without a schema, or beside it. */
  readonly media?: Readonly<Record<string, string>>;
  /** Header names of the success besides those of every answer. */
  readonly headers?: readonly (keyof typeof HEADER_COMPONENTS)[];
  /** Media type of a body of bytes. */
  readonly bytes?: string;
  /** Further successes: status -> what it means. */
  readonly statuses?: Readonly<Record<number, string>>;
}

const TUS = parameterRef("Tus-Resumable");
const PREFER = [parameterRef("Prefer")];

/** By operation. A test holds that each of them exists. */
export const OPERATION_EXTRAS: Readonly<Record<string, OperationExtras>> = {
  "POST /v1/soft-skills-score": { parameters: PREFER, accepts: true, headers: ["Content-Location"] },
  "PUT /v1/soft-skills-score/{id}/transcript": { parameters: PREFER, accepts: true, headers: ["Content-Location"] },
  "GET /v1/soft-skills-score/{id}/transcript": { media: { "text/vtt": "The words as WebVTT, with `format=vtt`." } },
  "GET /v1/soft-skills-score/{id}/recording": {
    parameters: [parameterRef("Range")],
    media: { "application/octet-stream": "The recording, under its own media type." },
    statuses: { 206: "The part that `Range` asked for." },
  },
  "POST /v1/soft-skills-score/batch": { statuses: { 200: "Every item was refused, or needed no run." } },
  "POST /v1/uploads": {
    parameters: [TUS, parameterRef("Upload-Length"), parameterRef("Upload-Metadata"), parameterRef("Upload-Checksum")],
    bytes: "application/offset+octet-stream",
    headers: ["Location", "Upload-Offset"],
  },
  "HEAD /v1/uploads/{id}": { parameters: [TUS], headers: ["Upload-Offset", "Upload-Length"] },
  "PATCH /v1/uploads/{id}": {
    parameters: [TUS, parameterRef("Upload-Offset"), parameterRef("Upload-Checksum")],
    bytes: "application/offset+octet-stream",
    headers: ["Upload-Offset"],
  },
  "DELETE /v1/uploads/{id}": { parameters: [TUS] },
  "POST /v1/live-answers": { headers: ["Location"] },
  "PATCH /v1/live-answers/{id}": {
    parameters: [parameterRef("Upload-Offset"), parameterRef("Upload-Checksum")],
    bytes: "application/offset+octet-stream",
    headers: ["Upload-Offset"],
  },
  "POST /v1/live-answers/{id}/complete": { parameters: PREFER, accepts: true, headers: ["Content-Location"] },
};

/** The description of a success. */
export function successDescription(status: number): string {
  if (status === 201) return "Created.";
  if (status === 202) return "Taken; the result comes later.";
  if (status === 204) return "Done; there is nothing to say.";
  return "It worked.";
}

export function acceptedHeaders(): Readonly<Record<string, oas31.ReferenceObject>> {
  return { Location: headerRef("Location"), "Retry-After": headerRef("Retry-After") };
}

/** The problem's own schema: RFC 9457 with our code, request id and fields. */
export const PROBLEM_SCHEMA: oas31.SchemaObject = {
  type: "object",
  description: "RFC 9457. `code` is for programs, `detail` for people; `errors` names the fields that are wrong.",
  required: ["type", "title", "status", "detail", "code", "request_id", "errors"],
  properties: {
    type: { type: "string", description: "The page about this code: `/docs/errors/<code>`." },
    title: { type: "string", description: "What the code means." },
    status: { type: "integer", description: "The status of the answer." },
    detail: { type: "string", description: "What was wrong with this request and what to do." },
    code: { type: "string", enum: Object.keys(ERROR_CODES), description: "Never renamed." },
    request_id: { type: "string", description: "As in `X-Request-Id`; quote it when you ask for help." },
    errors: {
      type: "array",
      description: "One entry a wrong or unknown field.",
      items: {
        type: "object",
        required: ["pointer", "code", "detail"],
        properties: {
          pointer: { type: "string", description: "JSON pointer or part of the form: `/role_benchmark`." },
          code: { type: "string" },
          detail: { type: "string" },
        },
      },
    },
    cost: { type: "string", description: "With `insufficient_credits`: what the call may cost, in credits." },
    balance: { type: "string", description: "With `insufficient_credits`: what the account holds." },
    available: { type: "string", description: "With `insufficient_credits`: what of it is free." },
  },
};
