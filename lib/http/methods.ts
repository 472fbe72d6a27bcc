import { EarshotError } from "@/lib/errors/error-codes";
import { problemResponse } from "@/lib/http/problem";
import { createRequestId } from "@/lib/http/request-id";
import type { RouteHandler } from "@/lib/http/route";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/**
 * The methods of one address for Next to find: those given, and for each other one a problem+json 405 with Allow (Next's
 * own has no body).
 */
export function methods(
  handlers: Readonly<Partial<Record<Method | "HEAD", RouteHandler>>>,
): Record<Method | "HEAD", RouteHandler> {
  const allowed = METHODS.filter((method) => handlers[method]);
  const allow = (handlers.GET || handlers.HEAD ? [...allowed, "HEAD"] : allowed).join(", ");
  const refuse: RouteHandler = async (request) => {
    const detail = `This address does not take ${request.method}. It takes: ${allow}.`;
    return problemResponse(new EarshotError("method_not_allowed", detail), createRequestId(), { Allow: allow });
  };
  const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
  const { HEAD = GET } = handlers;
  return { GET, HEAD, POST, PUT, PATCH, DELETE };
}

/** Every method of an address at which nothing is: problem+json 404. */
export function nothingHere(): Record<Method, RouteHandler> {
  const refuse: RouteHandler = async () => {
    const detail = "There is nothing at this address. The reference lists every address of /v1.";
    return problemResponse(new EarshotError("not_found", detail), createRequestId());
  };
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}
