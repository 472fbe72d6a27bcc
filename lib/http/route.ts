import { z } from "zod";
import { authenticate } from "@/lib/auth/authenticate";
import type { Identity } from "@/lib/auth/identity";
import type { Scope } from "@/lib/auth/scopes";
import { environment } from "@/lib/config/environment";
import { isDatabaseAway } from "@/lib/health/is-database-away";
import { EarshotError, type ErrorCode } from "@/lib/errors/error-codes";
import { answerOnce } from "@/lib/http/answer-once";
import type { BodyReader } from "@/lib/http/body";
import { parseQuery } from "@/lib/http/parse-query";
import { problemResponse } from "@/lib/http/problem";
import { Reply } from "@/lib/http/reply";
import { createRequestId } from "@/lib/http/request-id";
import { routePattern } from "@/lib/http/route-pattern";
import { hashRequest } from "@/lib/idempotency/hash-request";
import { readIdempotencyKey } from "@/lib/idempotency/read-key";
import { logger } from "@/lib/log/logger";
import { observeRequest } from "@/lib/metrics/instruments";
import { countRequest } from "@/lib/rate-limit/count-request";
import { rateLimitHeaders } from "@/lib/rate-limit/rate-limit-headers";
import { DEFAULT_LIMIT, limitOfClient, type RateLimit, SESSION_LIMIT } from "@/lib/rate-limit/rate-limits";

const NO_QUERY = z.strictObject({});
/** A database that was restarted is back by then. */
const AWAY_RETRY_SECONDS = 5;
const noBody: BodyReader<undefined> = async () => undefined;

export interface RouteInput<Body, Query, Params> extends Identity {
  readonly request: Request;
  readonly requestId: string;
  readonly body: Body;
  readonly query: Query;
  readonly params: Params;
}

export interface RouteDeclaration<Body, Query extends z.ZodObject, Params extends z.ZodObject, Data> {
  /** One line for the reference: "Score an answer". */
  readonly summary: string;
  /** More for the reference, where the line is not enough; Markdown. */
  readonly description?: string;
  /** Codes that this address answers with, besides those that every address may. */
  readonly errors?: readonly ErrorCode[];
  /** What the key's or member's scopes must hold. */
  readonly scope: Scope;
  readonly body?: BodyReader<Body>;
  /** Which count the request goes against; 500 a minute where nothing is said. */
  readonly limit?: RateLimit;
  /** What tells two bodies apart for an Idempotency-Key: plain JSON values. The body itself where nothing is said. */
  readonly fingerprint?: (body: Body) => unknown;
  /** Lets go of what the body holds (a received file) when the handler is not called. */
  readonly discard?: (body: Body) => Promise<void>;
  /** The answer about what a POST created before it broke off; called for the same Idempotency-Key. */
  readonly resume?: (identity: Identity, resourceId: string) => Promise<Data | Reply<Data>>;
  /** What is answered holds a secret: an Idempotency-Key keeps only what was created, and `resume` answers repeats. */
  readonly confidential?: boolean;
  readonly query?: Query;
  /** A parameter that does not fit is an address at which nothing is: 404. */
  readonly params?: Params;
  /** What is answered must fit; anything else is a fault of ours. */
  readonly response?: z.ZodType<Data>;
  readonly status?: number;
  handler(input: RouteInput<Body, z.output<Query>, z.output<Params>>): Promise<Data | Reply<Data>>;
}

/** What the reference reads of a declaration. */
export type RouteFacts = Pick<
  // any: the reference reads schemas whatever they describe.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  RouteDeclaration<any, any, any, any>,
  "summary" | "description" | "errors" | "scope" | "body" | "query" | "params" | "response" | "status" | "limit"
>;

/** What Next calls: a request and the address's parameters. */
export interface RouteHandler {
  (request: Request, context: { params: Promise<Record<string, string | string[] | undefined>> }): Promise<Response>;
  /** Absent where a method is only refused. */
  readonly facts?: RouteFacts;
}

/** One request's line in the log, filled in as it goes. */
type WideEvent = Record<string, unknown>;

/**
 * Turns a declaration into a Next route handler: request id, authentication, parsing, error mapping, response check and
 * one log line. The only place with a catch: handlers return data or throw EarshotError.
 */
export function route<
  Data,
  Body = undefined,
  Query extends z.ZodObject = z.ZodObject,
  Params extends z.ZodObject = z.ZodObject,
>(declaration: RouteDeclaration<Body, Query, Params, Data>): RouteHandler {
  const handle = async (request: Request, context: Parameters<RouteHandler>[1]): Promise<Response> => {
    const requestId = createRequestId();
    const startedAt = performance.now();
    const headers = new Headers();
    const { pathname } = new URL(request.url);
    const params = (await context.params) ?? {};
    const pattern = routePattern(pathname, params);
    const event: WideEvent = { request_id: requestId, method: request.method, route: pattern, path: pathname };
    let response: Response;
    try {
      response = await answer(declaration, { request, params, requestId, event, headers });
    } catch (error) {
      response = toErrorResponse(error, requestId, event);
    }
    for (const [name, value] of headers) response.headers.set(name, value);
    const { status } = response;
    const durationMs = performance.now() - startedAt;
    observeRequest({ route: pattern, method: request.method, status }, durationMs / 1_000);
    logger()[status >= 500 ? "error" : "info"](
      { ...event, ...answerFacts(request, response), status, duration_ms: Math.round(durationMs) },
      "request",
    );
    return response;
  };
  return Object.assign(handle, { facts: declaration });
}

/** What else a line of the log says of a request and its answer: sizes and limits, never a content. */
function answerFacts(request: Request, { headers }: Response): WideEvent {
  const bytes = Number(request.headers.get("content-length") ?? Number.NaN);
  const remaining = /r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1];
  return {
    ...(Number.isSafeInteger(bytes) && { request_bytes: bytes }),
    ...(remaining !== undefined && { rate_remaining: Number(remaining) }),
    ...(headers.get("idempotent-replayed") !== null && { replayed: true }),
  };
}

interface Incoming {
  readonly request: Request;
  readonly params: Record<string, string | string[] | undefined>;
  readonly requestId: string;
  readonly event: WideEvent;
  /** Put on the answer, whatever it is. */
  readonly headers: Headers;
}

async function answer<Data, Body, Query extends z.ZodObject, Params extends z.ZodObject>(
  declaration: RouteDeclaration<Body, Query, Params, Data>,
  { request, params: rawParams, requestId, event, headers }: Incoming,
): Promise<Response> {
  const identity = await authenticate(request, declaration.scope);
  event["organization_id"] = identity.scope.organizationId;
  event["actor"] = identity.actor;
  event["livemode"] = identity.livemode;
  await countAgainstLimit(identity, declaration.limit ?? DEFAULT_LIMIT, headers);
  const url = new URL(request.url);
  // Each schema's absence leaves its type parameter at the default, which is what the fallback gives; the compiler
  // cannot see that connection, hence the three casts.
  const query = parseQuery(url, declaration.query ?? (NO_QUERY as unknown as Query));
  const params = parseParams(declaration.params ?? (z.object({}) as unknown as Params), rawParams);
  const idempotencyKey = request.method === "POST" ? readIdempotencyKey(request.headers) : null;
  const readBody = declaration.body ?? (noBody as BodyReader<Body>);
  const body = await readBody(request, identity.scope);
  const handle = async (): Promise<Response> => {
    const input = { ...identity, idempotencyKey, request, requestId, body, query, params };
    return toResponse(declaration, await declaration.handler(input), requestId);
  };
  if (idempotencyKey === null) return handle();
  let handled = false;
  try {
    return await answerOnce(identity, {
      key: idempotencyKey,
      requestHash: hashRequest(request.method, url.pathname, declaration.fingerprint?.(body) ?? body),
      requestId,
      confidential: declaration.confidential ?? false,
      answer: () => {
        handled = true;
        return handle();
      },
      resume: async (resourceId) => {
        if (!declaration.resume) {
          handled = true;
          return handle();
        }
        return toResponse(declaration, await declaration.resume(identity, resourceId), requestId);
      },
    });
  } finally {
    if (!handled) await declaration.discard?.(body);
  }
}

/** @throws EarshotError `rate_limited`; the headers say the same */
async function countAgainstLimit(identity: Identity, limit: RateLimit, headers: Headers): Promise<void> {
  const { scope, actor, requestsPerMinute = null } = identity;
  const counted = actor.type === "user" ? SESSION_LIMIT : limitOfClient(limit, requestsPerMinute);
  const state = await countRequest(scope.organizationId, counted);
  for (const [name, value] of Object.entries(rateLimitHeaders(state))) headers.set(name, value);
  if (state.allowed) return;
  const { requests, windowSeconds } = counted;
  const detail = `More than ${requests} requests in ${windowSeconds} seconds. Ask again in ${state.resetSeconds} s.`;
  throw new EarshotError("rate_limited", detail);
}

function parseParams<Params extends z.ZodObject>(schema: Params, raw: unknown): z.output<Params> {
  // A built Next hands an address without parameters undefined instead of an empty object.
  const parsed = schema.safeParse(raw ?? {});
  if (!parsed.success) throw new EarshotError("not_found", "There is nothing at this address.");
  return parsed.data;
}

function toResponse<Data>(
  declaration: { response?: z.ZodType<Data>; status?: number },
  result: Data | Reply<Data>,
  requestId: string,
): Response {
  const reply = result instanceof Reply ? result : Reply.json(declaration.status ?? 200, result);
  const headers = { "Cache-Control": "no-store", "X-Request-Id": requestId, ...reply.headers };
  if (reply.content.kind === "problem") return problemResponse(reply.content.error, requestId, reply.headers);
  if (reply.content.kind === "raw") return new Response(reply.content.body, { status: reply.status, headers });
  if (reply.status === 204) return new Response(null, { status: 204, headers });
  const data: unknown = reply.content.data;
  // parse() throws on a breach; the data itself is sent, so that what was tested is what arrives.
  declaration.response?.parse(data);
  return Response.json(data, { status: reply.status, headers });
}

function toErrorResponse(error: unknown, requestId: string, event: WideEvent): Response {
  if (error instanceof EarshotError) {
    event["code"] = error.code;
    event["detail"] = error.detail;
    // What is left of a body that stalls will not be read: nothing more can come on this connection.
    return problemResponse(error, requestId, error.code === "request_timeout" ? { Connection: "close" } : {});
  }
  event["err"] = error;
  if (isDatabaseAway(error)) {
    event["code"] = "unavailable";
    return problemResponse(databaseAway(), requestId);
  }
  event["code"] = "internal_error";
  // A breach of our own contract must not pass a test as just another 500.
  if (environment().NODE_ENV === "test" && error instanceof z.ZodError) throw error;
  return problemResponse(
    new EarshotError("internal_error", `Something broke on our side. Tell us the request id ${requestId}.`),
    requestId,
  );
}

function databaseAway(): EarshotError {
  // It may have answered until a moment ago, and the last thing that it did is not known.
  const detail =
    "The database does not answer just now, and it is not known whether this was taken. Send it again with the same Idempotency-Key, or ask with GET.";
  return new EarshotError("unavailable", detail, [], AWAY_RETRY_SECONDS);
}
