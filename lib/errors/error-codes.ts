/**
 * The closed table of error codes: status and a one-line explanation each. Core code returns or throws a code; only
 * lib/http turns it into a response. Codes are part of the public API: they are never renamed.
 */
export const ERROR_CODES = {
  invalid_request: { status: 400, title: "The request is not well formed" },
  unknown_parameter: { status: 400, title: "A query parameter is not known" },
  unauthorized: { status: 401, title: "Missing or invalid credentials" },
  forbidden: { status: 403, title: "These credentials may not do this" },
  not_found: { status: 404, title: "There is nothing at this address" },
  request_timeout: { status: 408, title: "The request took too long to arrive" },
  method_not_allowed: { status: 405, title: "This address does not take this method" },
  idempotency_in_progress: { status: 409, title: "The first request with this key is still running" },
  idempotency_key_reused: { status: 422, title: "The Idempotency-Key was used for another request" },
  conflict: { status: 409, title: "The resource is in another state" },
  insufficient_credits: { status: 402, title: "There are not enough credits" },
  missing_audio: { status: 422, title: "No recording was sent" },
  invalid_field: { status: 422, title: "A field is not valid" },
  unknown_role_benchmark: { status: 422, title: "The role benchmark is not known" },
  unknown_position: { status: 422, title: "The position is not known" },
  fixture_needs_test_key: { status: 422, title: "Fixtures are for test keys" },
  unsupported_language: { status: 422, title: "The language is not supported" },
  invalid_transcript: { status: 422, title: "The transcript cannot be read" },
  transcript_mismatch: { status: 422, title: "The transcript does not belong to the recording" },
  unsupported_media: { status: 415, title: "The file is not a recording that can be read" },
  audio_url_not_allowed: { status: 422, title: "The recording may not be fetched from this address" },
  audio_url_unreachable: { status: 422, title: "The recording could not be fetched" },
  webhook_url_not_allowed: { status: 422, title: "Webhooks may not be sent to this address" },
  too_many_endpoints: { status: 409, title: "There are too many webhook endpoints" },
  unsupported_upload_version: { status: 412, title: "The upload protocol's version is not supported" },
  upload_offset_mismatch: { status: 409, title: "The bytes continue at another offset" },
  upload_checksum_mismatch: { status: 460, title: "The bytes do not match their checksum" },
  upload_incomplete: { status: 409, title: "Not all bytes are here" },
  upload_used: { status: 409, title: "The upload was used before" },
  upload_expired: { status: 410, title: "The upload has expired" },
  too_many_uploads: { status: 409, title: "Too many uploads are open" },
  live_answer_completed: { status: 409, title: "The live answer is completed" },
  live_answer_expired: { status: 410, title: "The live answer has expired" },
  too_many_live_answers: { status: 409, title: "Too many live answers are open" },
  media_too_large: { status: 413, title: "The file is too large" },
  media_too_long: { status: 422, title: "The recording is too long" },
  media_undecodable: { status: 422, title: "The recording is damaged" },
  no_speech: { status: 422, title: "There is no speech in the recording" },
  unsupported_content_type: { status: 415, title: "The content type of the request is not supported" },
  range_not_satisfiable: { status: 416, title: "The range lies beyond the recording" },
  sandbox_limit_reached: { status: 429, title: "The sandbox's answers of the day are used up" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal_error: { status: 500, title: "Something broke on our side" },
  unavailable: { status: 503, title: "The service is not ready" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One entry of `errors[]`: where in the request, which code, what to do. */
export interface FieldError {
  /** JSON pointer or multipart field: "/role_benchmark". */
  readonly pointer: string;
  readonly code: ErrorCode;
  readonly detail: string;
}

/** What a program needs beside the code; each member is described in the OpenAPI document. Credits are decimal: "0.75". */
export interface ErrorFacts {
  /** `insufficient_credits`: what the call may cost, what the account holds, and what of that is free. */
  readonly cost?: string;
  readonly balance?: string;
  readonly available?: string;
}

/** An expected failure with a public sentence. `detail` never holds a path, a stack or SQL. */
export class EarshotError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    /** When to try again, where a time is known. */
    readonly retryAfterSeconds: number | null = null,
    readonly facts: ErrorFacts = {},
  ) {
    super(detail);
    this.name = "EarshotError";
  }
}
