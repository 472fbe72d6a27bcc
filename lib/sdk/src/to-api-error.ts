import {
  ApiError,
  AuthenticationError,
  ConflictError,
  InsufficientCreditsError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  type Problem,
  RateLimitError,
  RecordingError,
  ServerError,
} from "./api-error.js";
import { retryAfterSeconds } from "./retry-delay.js";

/** Codes about the recording, whatever their status is. */
const RECORDING_CODES: ReadonlySet<string> = new Set([
  "audio_url_not_allowed",
  "audio_url_unreachable",
  "media_too_large",
  "media_too_long",
  "media_undecodable",
  "missing_audio",
  "no_speech",
  "unsupported_media",
]);

/** The error of an answer outside 2xx. A proxy in between may answer with something that is no problem+json. */
export function toApiError(response: Response, body: string): ApiError {
  const problem = readProblem(body);
  const kind = classOf(response.status, problem.code);
  return new kind(
    response.status,
    problem,
    response.headers.get("x-request-id"),
    retryAfterSeconds(response.headers.get("retry-after"), Date.now()),
  );
}

function classOf(status: number, code: string | undefined): typeof ApiError {
  if (code !== undefined && RECORDING_CODES.has(code)) return RecordingError;
  if (status === 401) return AuthenticationError;
  if (status === 402) return InsufficientCreditsError;
  if (status === 403) return PermissionError;
  if (status === 404 || status === 410) return NotFoundError;
  // 412 and 460 belong to resumable uploads: another protocol version, bytes that do not match their checksum.
  if (status === 409 || status === 412 || status === 460) return ConflictError;
  if (status === 429) return RateLimitError;
  if (status >= 500) return ServerError;
  return status === 400 || status === 415 || status === 422 ? InvalidRequestError : ApiError;
}

function readProblem(body: string): Partial<Problem> {
  try {
    const value: unknown = JSON.parse(body);
    // Every member is read as optional, so what lacks them all is a problem without a word.
    return typeof value === "object" && value !== null ? (value as Partial<Problem>) : {};
  } catch {
    return {};
  }
}
