import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { z } from "zod";

/**
 * A request may take so long: 200 MB over a line of 450 kbit/s. Node's own limit is five minutes, whatever arrives
 * meanwhile. A body that stalls or trickles is given up much sooner (body-chunks.ts).
 */
const LONGEST_REQUEST_MS = 3_600_000;
/** The headers of one; Node looks every 30 seconds. */
const LONGEST_HEADERS_MS = 15_000;
/** https://nodejs.org/api/diagnostics_channel.html#http: what is told of each request, as far as it matters here. */
const REQUEST_START = "http.server.request.start";
const startedSchema = z.object({
  server: z.custom<Server>((value) => typeof value === "object" && value !== null && "requestTimeout" in value),
});

/**
 * Sets the limits of this process's web server. Next.js starts it and has no settings for them; the first request tells
 * which one it is, before its body is read.
 */
export function setServerLimits(longestRequestMs = LONGEST_REQUEST_MS): void {
  subscribe(REQUEST_START, (message) => {
    const { success, data } = startedSchema.safeParse(message);
    if (!success || data.server.requestTimeout === longestRequestMs) return;
    data.server.requestTimeout = longestRequestMs;
    data.server.headersTimeout = Math.min(LONGEST_HEADERS_MS, longestRequestMs);
  });
}
