import type { Readable } from "node:stream";
import { type Dispatcher, request } from "undici";
import { guardedAgent } from "@/lib/outbound/guarded-agent";
import { OutboundRefusal, toRefusal } from "@/lib/outbound/outbound-refusal";
import { type OutboundRules, refuseUrl } from "@/lib/outbound/refuse-address";

const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
const SILENCE_MS = 10_000;

export interface OpenedUrl {
  /** Announced bytes; null where the server does not say. */
  readonly length: number | null;
  readonly body: Readable;
  /** Lets go of the connection. */
  close(): Promise<void>;
}

/** Asks for a file, also behind redirects, each of which is checked as the first address is. @throws OutboundRefusal */
export async function openUrl(address: string, rules: OutboundRules, signal: AbortSignal): Promise<OpenedUrl> {
  const agent = guardedAgent(rules, SILENCE_MS);
  const close = () => agent.destroy();
  try {
    const { headers, body } = await follow(agent, new URL(address), rules, signal);
    const length = Number(headers["content-length"] ?? Number.NaN);
    return { length: Number.isSafeInteger(length) ? length : null, body, close };
  } catch (error) {
    await close();
    throw toRefusal(error);
  }
}

async function follow(
  agent: Dispatcher,
  start: URL,
  rules: OutboundRules,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    refuseUrl(url, rules);
    const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": "Earshot" };
    const response = await request(url, { dispatcher: agent, signal, headers });
    if (response.statusCode === 200) return response;
    response.body.on("error", () => undefined).destroy();
    const { location } = response.headers;
    if (!REDIRECTS.includes(response.statusCode) || typeof location !== "string") {
      throw unreachable(`The server answered with ${response.statusCode}.`);
    }
    if (!URL.canParse(location, url)) throw unreachable("The server redirects to no address.");
    url = new URL(location, url);
  }
  throw unreachable(`The address redirects more than ${MAX_REDIRECTS} times.`);
}

function unreachable(detail: string): OutboundRefusal {
  return new OutboundRefusal("unreachable", detail);
}
