import { request } from "undici";
import { guardedAgent } from "@/lib/outbound/guarded-agent";
import { toRefusal } from "@/lib/outbound/outbound-refusal";
import { type OutboundRules, refuseUrl } from "@/lib/outbound/refuse-address";
import { DELIVERY_TIMEOUT_MS, KEPT_RESPONSE_CHARACTERS } from "@/lib/webhooks/constants";
import type { SignedHeaders } from "@/lib/webhooks/sign-event";

/** How one try ended. */
export interface SendOutcome {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Null when it was taken. */
  readonly error: string | null;
  /** The first part of what was answered. */
  readonly responseBody: string | null;
  readonly durationMs: number;
}

const GONE = 410;

/** Whether the receiver says that it will never take events again. */
export function isGone({ status }: SendOutcome): boolean {
  return status === GONE;
}

/**
 * Sends one event once. Taken is a 2xx within the time; redirects are not followed, because what is behind them was never
 * named by the endpoint's owner. Never throws: everything outside can only fail.
 */
export async function sendEvent(
  url: string,
  event: { readonly headers: SignedHeaders; readonly body: string },
  rules: OutboundRules,
  timeoutMs = DELIVERY_TIMEOUT_MS,
): Promise<SendOutcome> {
  const startedAt = performance.now();
  const durationMs = () => Math.round(performance.now() - startedAt);
  const agent = guardedAgent(rules, timeoutMs);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    refuseUrl(new URL(url), rules);
    const headers = { ...event.headers, "content-type": "application/json", "user-agent": "Earshot-Webhooks" };
    const options = { method: "POST" as const, dispatcher: agent, signal, headers, body: event.body };
    const { statusCode: status, body } = await request(url, options);
    const taken = status >= 200 && status < 300;
    const responseBody = await firstPart(body).catch(() => null);
    return { status, error: taken ? null : explain(status), responseBody, durationMs: durationMs() };
  } catch (error) {
    return { status: null, error: toRefusal(error).detail, responseBody: null, durationMs: durationMs() };
  } finally {
    await agent.destroy();
  }
}

function explain(status: number): string {
  if (status >= 300 && status < 400) return `The endpoint answered with ${status}; redirects are not followed.`;
  if (status === GONE) return "The endpoint answered with 410: it wants no more events.";
  return `The endpoint answered with ${status}.`;
}

async function firstPart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= KEPT_RESPONSE_CHARACTERS) break;
  }
  // PostgreSQL stores no NUL; bytes that are no UTF-8 become U+FFFD.
  return Buffer.concat(chunks).toString("utf8").replaceAll("\0", "�").slice(0, KEPT_RESPONSE_CHARACTERS);
}
