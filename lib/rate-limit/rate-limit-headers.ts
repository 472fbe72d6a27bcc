import type { RateLimitState } from "@/lib/rate-limit/count-request";

/** The state for the client, on every answer: draft-ietf-httpapi-ratelimit-headers, and Retry-After once it is over. */
export function rateLimitHeaders({ limit, allowed, remaining, resetSeconds }: RateLimitState): Record<string, string> {
  const { name, requests, windowSeconds } = limit;
  return {
    "RateLimit-Policy": `"${name}";q=${requests};w=${windowSeconds}`,
    RateLimit: `"${name}";r=${remaining};t=${resetSeconds}`,
    ...(!allowed && { "Retry-After": String(resetSeconds) }),
  };
}
