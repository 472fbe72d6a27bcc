import { lookup as resolve, type LookupAddress, type LookupOptions } from "node:dns";
import type { Readable } from "node:stream";
import { Agent, type Dispatcher, request } from "undici";
import { notAllowed, refuseAddress, refuseUrl } from "@/lib/answers/refuse-address";
import { EarshotError } from "@/lib/errors/error-codes";

const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
/** A server that says nothing for this long, before or within its answer, is given up. */
const SILENCE_MS = 10_000;

export interface OpenedUrl {
  /** Announced bytes; null where the server does not say. */
  readonly length: number | null;
  readonly body: Readable;
  /** Lets go of the connection. */
  close(): Promise<void>;
}

/**
 * Asks for a file. Each address that is connected to is checked after its name is resolved, also behind redirects, and
 * it is that address which is connected to: a name that changes in between gains nothing.
 *
 * @throws EarshotError `audio_url_not_allowed`, `audio_url_unreachable`
 */
export async function openUrl(address: string, allowLoopback: boolean, signal: AbortSignal): Promise<OpenedUrl> {
  const agent = new Agent({
    ...{ headersTimeout: SILENCE_MS, bodyTimeout: SILENCE_MS },
    connect: { timeout: SILENCE_MS, lookup: guardedLookup(allowLoopback) },
  });
  const close = () => agent.destroy();
  try {
    const { headers, body } = await follow(agent, new URL(address), allowLoopback, signal);
    const length = Number(headers["content-length"] ?? Number.NaN);
    return { length: Number.isSafeInteger(length) ? length : null, body, close };
  } catch (error) {
    await close();
    throw toRefusal(error);
  }
}

async function follow(
  agent: Agent,
  start: URL,
  allowLoopback: boolean,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    refuseUrl(url, allowLoopback);
    const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": "Earshot" };
    const response = await request(url, { dispatcher: agent, signal, headers });
    if (response.statusCode === 200) return response;
    response.body.on("error", () => undefined).destroy();
    const { location } = response.headers;
    if (!REDIRECTS.includes(response.statusCode) || typeof location !== "string") {
      throw unreachable(`The server of the recording answered with ${response.statusCode}.`);
    }
    if (!URL.canParse(location, url)) throw unreachable("The server of the recording redirects to no address.");
    url = new URL(location, url);
  }
  throw unreachable(`The address redirects more than ${MAX_REDIRECTS} times.`);
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

function guardedLookup(allowLoopback: boolean) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error("no address"), []);
      try {
        for (const { address } of addresses) refuseAddress(address, allowLoopback);
      } catch (refusal) {
        return callback(refusal instanceof Error ? refusal : notAllowed("The address is not allowed."), []);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** What broke off, as the client may know it: never an address of ours, never a library's words. */
export function toRefusal(error: unknown): EarshotError {
  if (error instanceof EarshotError) return error;
  if (error instanceof Error && error.cause instanceof EarshotError) return error.cause;
  const timedOut = error instanceof Error && /Timeout|Abort/.test(error.name);
  return unreachable(
    timedOut ? "The recording took too long to fetch." : "The server of the recording was not reached.",
  );
}

function unreachable(detail: string): EarshotError {
  const errors = [{ pointer: "/audio_url", code: "audio_url_unreachable" as const, detail }];
  return new EarshotError("audio_url_unreachable", detail, errors);
}
