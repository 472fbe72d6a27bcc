import type { ErrorCode } from "@/lib/errors/error-codes";

/** What stands on a code's page: why it comes, and what to do. Markdown of one line. */
export interface ErrorExplanation {
  readonly cause: string;
  readonly remedy: string;
}

/** One entry a code; a code without one does not compile. */
export const ERROR_EXPLANATIONS: Readonly<Record<ErrorCode, ErrorExplanation>> = {
  invalid_request: {
    cause: "The body is no JSON, a form is broken, a query parameter cannot be read, or a cursor is not one of ours.",
    remedy: "`errors[].pointer` names the place. Send the request again once it is mended; it will not work as it is.",
  },
  unknown_parameter: {
    cause: "A query parameter is misspelled, or belongs to another address.",
    remedy: "`errors[].pointer` names it. The reference lists what each address takes.",
  },
  unauthorized: {
    cause:
      "No key was sent, or it is wrong, revoked, expired, or not allowed from your address. Which of them is not said.",
    remedy:
      "Send `Authorization: Bearer es_live_...` or `X-API-Key`. Check that the key is whole, and where it may be used.",
  },
  forbidden: {
    cause: "The key is valid and its scopes do not hold what this address needs.",
    remedy: "`detail` names the scope. Use a key that has it, or have one made.",
  },
  not_found: {
    cause: "There is nothing at this address, it was erased, or it belongs to somebody else: the answer is the same.",
    remedy: "Check the id and the key: a test key's webhooks are not seen by a live key.",
  },
  request_timeout: {
    cause: "The body stalled for longer than the server waits.",
    remedy: "Send again. Over a slow or broken line use a resumable upload: `POST /v1/uploads`.",
  },
  method_not_allowed: {
    cause: "The address exists and does not take this method.",
    remedy: "The `Allow` header lists the ones that it takes.",
  },
  idempotency_in_progress: {
    cause: "A request with this `Idempotency-Key` is still running.",
    remedy: "Ask again after `Retry-After` seconds with the same key: you get the answer of the first.",
  },
  idempotency_key_reused: {
    cause: "The key was sent before with other fields, another file, or to another address.",
    remedy: "A new request needs a new key. Keep the same one only to repeat the same request.",
  },
  conflict: {
    cause:
      "The thing is in a state in which this cannot be done: a run that has begun, a role that is built in, an id that is taken.",
    remedy: "`detail` says which. Read the thing again before you try once more.",
  },
  insufficient_credits: {
    cause: "What the call may cost is more than what is free; reserved credits of running answers are not free.",
    remedy:
      "`cost`, `balance` and `available` say how much. Top up, or wait until running answers are settled: a partial result gives credits back.",
  },
  missing_audio: {
    cause: "The request names no recording.",
    remedy: "Send a file part named `audio`, or JSON with `audio_url`, `upload_id` or `answer_id`.",
  },
  invalid_field: {
    cause: "A field is unknown, missing, of another type, or beyond its limits.",
    remedy: "`errors[]` has one entry for each such field, with what it must be.",
  },
  fixture_needs_test_key: {
    cause: "A live key named a fixture of the sandbox.",
    remedy: "Use a key that begins with `es_test_`. [The sandbox](/docs/sandbox) lists the fixtures.",
  },
  unknown_role_benchmark: {
    cause: "No role benchmark has this key, or it is archived.",
    remedy: "`detail` lists the ones that there are. `POST /v1/role-benchmarks` makes one of your own.",
  },
  unknown_position: {
    cause: "`position_id` names no position of yours, or one that is archived.",
    remedy: "List them with `GET /v1/positions`, or leave the field out.",
  },
  unsupported_language: {
    cause: "Answers in this language cannot be scored yet.",
    remedy: "`detail` lists the languages. Send the code of the one that is spoken.",
  },
  invalid_transcript: {
    cause: "The transcript cannot be read as what it says it is, or holds no words.",
    remedy: "`detail` names the line and the reason. WebVTT, SRT, JSON words and plain text are read.",
  },
  transcript_mismatch: {
    cause: "Hardly any of its words are in the recording.",
    remedy:
      "Check that transcript and recording belong together, and that the words are of the answer, not of the question.",
  },
  unsupported_media: {
    cause: "The bytes are no audio or video that is known; the name and the content type do not count.",
    remedy: "`detail` says what was found. Send MP3, M4A, MP4, WAV, FLAC, Ogg, Opus, WebM or MOV.",
  },
  audio_url_not_allowed: {
    cause: "The address leads to a private, loopback, link-local or metadata range, also by its name or a redirect.",
    remedy:
      "Use a public (signed) address, or send the file. Whoever runs the server can open ranges with `OUTBOUND_ALLOW`.",
  },
  audio_url_unreachable: {
    cause: "The server did not answer, answered with an error, redirected too often, or broke off.",
    remedy: "Open the address yourself, from outside your network. A signed address may have expired.",
  },
  webhook_url_not_allowed: {
    cause:
      "The address of the endpoint is inside a network, holds a password, or is not https although the key is live.",
    remedy: "Use a public https address. Test keys may use http and this machine.",
  },
  too_many_endpoints: {
    cause: "There are as many webhook endpoints as there may be.",
    remedy: "Delete one, or have one endpoint told of more types.",
  },
  unsupported_upload_version: {
    cause: "The request speaks another version of tus than 1.0.0.",
    remedy: "Send `Tus-Resumable: 1.0.0`; `Tus-Version` in the answer says what is spoken.",
  },
  upload_offset_mismatch: {
    cause: "The bytes begin somewhere else than where the upload, or the live answer, has got to.",
    remedy: "Ask where to go on: `Upload-Offset` of an upload (HEAD), `received_bytes` of a live answer (GET).",
  },
  upload_checksum_mismatch: {
    cause: "The bytes were changed on their way; none of them was kept.",
    remedy: "Send the same part again.",
  },
  upload_incomplete: {
    cause: "Not all bytes of the upload, or of the live answer, are here.",
    remedy: "Send the rest with PATCH, then name the upload, or complete the live answer.",
  },
  upload_used: {
    cause: "An answer was made of this upload: it serves once.",
    remedy: "Score the answer again with `answer_id`, or upload the file again.",
  },
  upload_expired: {
    cause: "The upload was not used within 24 hours and is erased.",
    remedy: "Begin a new upload, and use it within the time that `Upload-Expires` says.",
  },
  too_many_uploads: {
    cause: "Too many uploads are open, or complete and not used.",
    remedy: "Complete, use or delete some.",
  },
  live_answer_completed: {
    cause: "The live answer is completed: nothing can be added to it, and it is scored once.",
    remedy: "`GET /v1/live-answers/{id}` names its result in `assessment_id`.",
  },
  live_answer_expired: {
    cause:
      "Nothing was sent to the live answer for 30 minutes, or it was open for 6 hours. What had arrived is erased.",
    remedy: "Begin a new one, and complete it when the call is over.",
  },
  too_many_live_answers: {
    cause: "The organization has 100 live answers open.",
    remedy: "Complete or delete those whose calls are over.",
  },
  media_too_large: {
    cause: "The file is larger than the server takes.",
    remedy: "Send the sound alone: four minutes of MP3 are about 4 MB.",
  },
  media_too_long: {
    cause: "The recording is longer than the server takes.",
    remedy: "Send one answer, about four minutes; cut calls into the part that answers.",
  },
  media_undecodable: {
    cause: "The format is known and the content is damaged: an unfinished upload, a recording that was cut off.",
    remedy: "Play the file yourself. Record or export it again.",
  },
  no_speech: {
    cause: "The recording was read to its end and nobody speaks in it.",
    remedy: "Check the microphone, and the `channel` of a call recording. It costs nothing.",
  },
  unsupported_content_type: {
    cause: "The body's content type is none that this address takes.",
    remedy: "`detail` lists them. `curl -F` sends a form, `-H 'Content-Type: application/json'` JSON.",
  },
  range_not_satisfiable: {
    cause: "The range begins behind the end of the recording.",
    remedy: "`Content-Range` has the length. Ask without a range for the whole.",
  },
  sandbox_limit_reached: {
    cause: "Test keys score fifty answers of your own a day (UTC), and they are used up.",
    remedy: "Wait for `Retry-After` seconds, use [fixtures](/docs/sandbox), which do not count, or a live key.",
  },
  rate_limited: {
    cause: "More requests came within a minute than all keys of your organization may send together.",
    remedy: "Wait for `Retry-After` seconds. `RateLimit` on every answer says what is left; webhooks save the asking.",
  },
  internal_error: {
    cause: "Something broke on our side. What failed is not charged.",
    remedy: "Send again with the same `Idempotency-Key`. If it stays, quote the `request_id`.",
  },
  unavailable: {
    cause: "The server is starting, or its database or storage does not answer.",
    remedy: "Try again after `Retry-After` seconds.",
  },
};
