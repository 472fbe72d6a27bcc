import type { Identity } from "@/lib/auth/identity";
import { EarshotError } from "@/lib/errors/error-codes";
import { claimKey, releaseKey, type StoredReply, storeReply } from "@/lib/idempotency/idempotency-records";
import { problemResponse } from "@/lib/http/problem";

/** Not kept: a fault of ours, or a state that passes. The client may try again with the same key. */
const isPassing = (status: number): boolean => status >= 500 || [402, 408, 409, 429].includes(status);
/** Headers that belong to the answer and not to the one time it is sent. */
const KEPT_HEADERS = ["content-type", "location", "content-location", "retry-after"];

export interface OnceOptions {
  readonly key: string;
  readonly requestHash: string;
  readonly requestId: string;
  /** The answer holds a secret: it is never kept, repeats ask `resume` for it. */
  readonly confidential: boolean;
  /** Does the work; what it throws as an EarshotError is an answer too. */
  answer(): Promise<Response>;
  /** The answer about what a request created that then broke off. */
  resume(resourceId: string): Promise<Response>;
}

/**
 * Answers a request with an Idempotency-Key: the first time by doing the work, later with the same status and body.
 *
 * @throws EarshotError `idempotency_key_reused`; faults of `answer`, after the key is given back
 */
export async function answerOnce({ scope }: Identity, options: OnceOptions): Promise<Response> {
  const { key, requestHash, requestId } = options;
  const claim = await claimKey(scope, key, requestHash);
  if (claim.kind === "reused") {
    const detail = "This Idempotency-Key was sent with another request. Use a new key for a new request.";
    throw new EarshotError("idempotency_key_reused", detail);
  }
  if (claim.kind === "running") {
    const detail = "The first request with this Idempotency-Key is still running. Ask again.";
    const error = new EarshotError("idempotency_in_progress", detail);
    return problemResponse(error, requestId, { "Retry-After": String(claim.retryAfterSeconds) });
  }
  if (claim.kind === "replay") return toResponse(claim.reply, requestId);
  try {
    const response = await (claim.kind === "first" ? answered(options) : options.resume(claim.resourceId));
    const secret = options.confidential && response.ok;
    if (secret || isPassing(response.status)) await releaseKey(scope, key);
    else await storeReply(scope, key, await toStored(response.clone()));
    return response;
  } catch (error) {
    await releaseKey(scope, key);
    throw error;
  }
}

async function answered({ answer, requestId }: OnceOptions): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof EarshotError) return problemResponse(error, requestId);
    throw error;
  }
}

async function toStored(response: Response): Promise<StoredReply> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => KEPT_HEADERS.includes(name)));
  return { status: response.status, headers, body: await response.text() };
}

function toResponse({ status, headers, body }: StoredReply, requestId: string): Response {
  return new Response(status === 204 ? null : body, {
    status,
    headers: {
      ...headers,
      "Cache-Control": "no-store",
      "X-Request-Id": requestId,
      "Idempotent-Replayed": "true",
    },
  });
}
