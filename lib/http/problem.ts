import { ERROR_CODES, type EarshotError, type ErrorFacts } from "@/lib/errors/error-codes";

/** RFC 9457. `code`, `request_id` and the facts of some codes are ours; `errors` points at the fields that are wrong. */
export interface Problem extends ErrorFacts {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly request_id: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

export function toProblem(error: EarshotError, requestId: string): Problem {
  const { status, title } = ERROR_CODES[error.code];
  return {
    type: `/docs/errors/${error.code}`,
    title,
    status,
    detail: error.detail,
    code: error.code,
    request_id: requestId,
    errors: error.errors.map(({ pointer, code, detail }) => ({ pointer, code, detail })),
    ...error.facts,
  };
}

/** The problem as a response, `application/problem+json`. */
export function problemResponse(
  error: EarshotError,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem = toProblem(error, requestId);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...(error.retryAfterSeconds !== null && { "Retry-After": String(error.retryAfterSeconds) }),
      ...headers,
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Request-Id": requestId,
    },
  });
}
