/** How many requests a client may make in a window of time. */
export interface RateLimit {
  /** Part of the public RateLimit-Policy header. */
  readonly name: string;
  readonly requests: number;
  readonly windowSeconds: number;
}

const MINUTE_SECONDS = 60;

/** All an organization's keys together, every address but the ones below. */
export const DEFAULT_LIMIT: RateLimit = { name: "default", requests: 500, windowSeconds: MINUTE_SECONDS };

/** Reading one thing by its id: polling must not eat what is there for sending. */
export const READ_ONE_LIMIT: RateLimit = { name: "read-one", requests: 3_000, windowSeconds: MINUTE_SECONDS };

/** Sending the parts of an upload: a file of 200 MB in parts of 1 MB must not eat what is there for the rest. */
export const UPLOAD_LIMIT: RateLimit = { name: "upload", requests: 3_000, windowSeconds: MINUTE_SECONDS };

/** Sending what is said: a hundred calls at once, a piece a second each, and half as many again. */
export const LIVE_LIMIT: RateLimit = { name: "live", requests: 9_000, windowSeconds: MINUTE_SECONDS };

/** The dashboard's own pages, all of an organization's people together: a table that scrolls asks often. */
export const SESSION_LIMIT: RateLimit = { name: "session", requests: 3_000, windowSeconds: MINUTE_SECONDS };

/**
 * A limit as it holds for one client: an own number of requests a minute takes the place of the default one. The
 * addresses that have limits of their own keep them.
 */
export function limitOfClient(limit: RateLimit, requestsPerMinute: number | null): RateLimit {
  return requestsPerMinute === null || limit !== DEFAULT_LIMIT ? limit : { ...limit, requests: requestsPerMinute };
}
