import { ConnectionError, type EarshotError, TimeoutError } from "./api-error.js";
import { pause } from "./pause.js";
import { backoffMs, retryAfterSeconds } from "./retry-delay.js";
import { toApiError } from "./to-api-error.js";

/** Per call; each falls back to the client's own. */
export interface CallOptions {
  /** Stops the call and its retries; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, sending the recording included. */
  readonly timeoutMs?: number | undefined;
  /** Attempts after the first one, 0 or more. */
  readonly maxRetries?: number | undefined;
  /** Of a POST, up to 255 characters. Give your own to be safe across restarts of your program; one is made otherwise. */
  readonly idempotencyKey?: string | undefined;
}

export interface TransportSettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxRetryAfterMs: number;
  readonly fetch: typeof fetch;
}

/** One call as it goes over the line. The body can be sent again: text, a form or a Blob, never a stream. */
export interface Call {
  readonly method: string;
  /** With leading slash and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData | Blob | undefined;
  /** Leave the answer's body unread for the caller: recordings. */
  readonly raw?: boolean;
}

/** An answer of 2xx. `text` is empty where the body was left unread. */
export interface Reply {
  readonly response: Response;
  readonly text: string;
}

const RETRIED_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Sends a call, again where that may help: no answer, 408, 429, 5xx, and 409 while the first request with the same key
 * still runs. All attempts of a POST carry one Idempotency-Key, so none of them does the work twice.
 */
export async function send(settings: TransportSettings, call: Call, options: CallOptions = {}): Promise<Reply> {
  const headers = new Headers(call.headers);
  headers.set("Authorization", `Bearer ${settings.apiKey}`);
  if (call.method === "POST") headers.set("Idempotency-Key", options.idempotencyKey ?? crypto.randomUUID());
  const maxRetries = options.maxRetries ?? settings.maxRetries;
  for (let retry = 0; ; retry += 1) {
    const outcome = await attempt(settings, call, headers, options);
    if (!("error" in outcome)) return outcome;
    const delayMs = outcome.retryable && retry < maxRetries ? delayBefore(retry, outcome.retryAfter, settings) : null;
    if (delayMs === null) throw outcome.error;
    await pause(delayMs, options.signal);
  }
}

interface Failure {
  readonly error: EarshotError;
  readonly retryable: boolean;
  readonly retryAfter: number | null;
}

async function attempt(
  settings: TransportSettings,
  call: Call,
  headers: Headers,
  options: CallOptions,
): Promise<Reply | Failure> {
  options.signal?.throwIfAborted();
  const timeoutMs = options.timeoutMs ?? settings.timeoutMs;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  try {
    const response = await settings.fetch(settings.baseUrl + call.path, {
      method: call.method,
      headers,
      body: call.body ?? null,
      signal,
      // A key must not travel to wherever a redirect leads.
      redirect: "manual",
    });
    if (response.ok && call.raw === true) return { response, text: "" };
    const text = await response.text();
    return response.ok ? { response, text } : refusal(response, text);
  } catch (cause) {
    options.signal?.throwIfAborted();
    const error = timeout.aborted
      ? new TimeoutError(`${call.method} ${call.path} took longer than ${timeoutMs} ms.`, { cause })
      : new ConnectionError(`${call.method} ${call.path}: no answer from ${settings.baseUrl}.`, { cause });
    return { error, retryable: true, retryAfter: null };
  }
}

function refusal(response: Response, text: string): Failure {
  const error = toApiError(response, text);
  const retryable = RETRIED_STATUSES.has(response.status) || error.code === "idempotency_in_progress";
  return { error, retryable, retryAfter: retryAfterSeconds(response.headers.get("retry-after"), Date.now()) };
}

/** Null where the server asks for more patience than the client was given: the caller decides then. */
function delayBefore(retry: number, retryAfter: number | null, settings: TransportSettings): number | null {
  const ownMs = backoffMs(retry, Math.random());
  if (retryAfter === null) return ownMs;
  const askedMs = retryAfter * 1000;
  return askedMs > settings.maxRetryAfterMs ? null : Math.max(askedMs, ownMs);
}
