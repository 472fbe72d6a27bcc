import { createHash, timingSafeEqual } from "node:crypto";
import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";
import { metricsRegistry } from "@/lib/metrics/registry";
import { collectState } from "@/lib/metrics/state-gauges";

export interface Scrape {
  readonly contentType: string;
  readonly text: string;
}

/**
 * The metrics of this process for whoever holds METRICS_TOKEN.
 *
 * @param authorization the header of that name
 * @throws EarshotError `not_found` where no token is set: then there are no metrics here; `unauthorized`
 */
export async function answerScrape(authorization: string | null): Promise<Scrape> {
  const token = environment().METRICS_TOKEN;
  if (token === undefined) throw new EarshotError("not_found", "There is nothing at this address.");
  if (!isEqual(authorization ?? "", `Bearer ${token}`)) {
    throw new EarshotError("unauthorized", "Send the token of this server's metrics as a bearer token.");
  }
  await collectState();
  const registry = metricsRegistry();
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** In constant time, whatever the lengths are. */
function isEqual(presented: string, expected: string): boolean {
  const [a, b] = [presented, expected].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
