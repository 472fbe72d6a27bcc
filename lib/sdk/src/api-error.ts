import { type Schemas } from "./generated/api.js";

/** What the server answers where something was wrong (RFC 9457). */
export type Problem = Schemas["problem"];
/** Codes of this version of the API; a newer server may know more, so every code is also any text. */
export type ProblemCode = Problem["code"] | (string & Record<never, never>);

/** Base of everything that this client throws, save for the reason of a caller's own AbortSignal. */
export class EarshotError extends Error {
  override readonly name: string = "EarshotError";
}

/** No answer came: the address cannot be reached, or the connection broke. `cause` holds the platform's error. */
export class ConnectionError extends EarshotError {
  override readonly name = "ConnectionError";
}

/** The answer, or a result that was waited for, did not come within the given time. */
export class TimeoutError extends EarshotError {
  override readonly name = "TimeoutError";
}

/** The server answered, and refused or failed. Branch on the class or on `code`, which is never renamed. */
export class ApiError extends EarshotError {
  override readonly name: string = "ApiError";
  readonly code: ProblemCode;
  /** HTTP status. */
  readonly status: number;
  /** Quote it when you ask for help; null where something before the server answered. */
  readonly requestId: string | null;
  /** One entry a wrong field: where it is, and what to do. */
  readonly errors: Problem["errors"];
  /** Seconds to wait before asking again, where the server said so. */
  readonly retryAfter: number | null;
  /** The whole answer, with the members that only some codes have. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Partial<Problem>, requestId: string | null, retryAfter: number | null) {
    super(problem.detail ?? problem.title ?? `The server answered with ${status}.`);
    this.code = problem.code ?? "unknown";
    this.status = status;
    this.requestId = problem.request_id ?? requestId;
    this.errors = Array.isArray(problem.errors) ? problem.errors : [];
    this.retryAfter = retryAfter;
    this.problem = problem;
  }
}

/** 401: no key, or one that is not valid here. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
}

/** 402: the balance does not cover the call. */
export class InsufficientCreditsError extends ApiError {
  override readonly name = "InsufficientCreditsError";

  /** What the call may cost, in decimal credits: "1.00". */
  get cost(): string | null {
    return this.#fact("cost");
  }

  /** What the account holds. */
  get balance(): string | null {
    return this.#fact("balance");
  }

  /** What of the balance no running answer has reserved. */
  get available(): string | null {
    return this.#fact("available");
  }

  #fact(name: "cost" | "balance" | "available"): string | null {
    const value = this.problem[name];
    return typeof value === "string" ? value : null;
  }
}

/** 403: the key lacks the scope. */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError";
}

/** 404 and 410: nothing of yours has this id, or no longer. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
}

/** 409 and its relatives: the resource is in another state than the request supposes. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
}

/** The recording itself cannot be used: too large, too long, damaged, of another kind, or not to be fetched. */
export class RecordingError extends ApiError {
  override readonly name = "RecordingError";
}

/** 400 and 422: a parameter or field is wrong; `errors` names it. */
export class InvalidRequestError extends ApiError {
  override readonly name = "InvalidRequestError";
}

/** 429, after the retries: `retryAfter` says when to come again. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
}

/** 5xx, after the retries. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
}
