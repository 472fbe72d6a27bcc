import { EarshotError } from "./api-error.js";

/** The message is not one that this server signed a moment ago: answer it with 400 and forget it. */
export class WebhookVerificationError extends EarshotError {
  override readonly name = "WebhookVerificationError";
}

export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

const SECRET_PREFIX = "whsec_";
const SIGNATURE_VERSION = "v1";
/** Standard Webhooks: older or newer messages may be replays. */
const TOLERANCE_SECONDS = 300;

/**
 * Checks a webhook (standardwebhooks.com) and returns its event. `body` is the raw body as it came, before any parser;
 * `secrets` is the endpoint's secret, or several while one replaces another. Throws WebhookVerificationError when a
 * header is missing, the time is more than five minutes away from `nowMs`, or no signature fits.
 */
export async function verifyWebhook<Event = unknown>(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  nowMs: number = Date.now(),
): Promise<Event> {
  const [id, timestamp, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    headerOf(headers, name),
  );
  if (!id || !timestamp || !signature) throw new WebhookVerificationError("A webhook- header is missing.");
  checkTime(timestamp, nowMs);
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const message = concat(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  const given = signaturesOf(signature);
  for (const secret of typeof secrets === "string" ? [secrets] : secrets) {
    const key = await crypto.subtle.importKey("raw", secretBytes(secret), { name: "HMAC", hash: "SHA-256" }, false, [
      "verify",
    ]);
    // `verify` of Web Crypto compares in constant time.
    for (const one of given) if (await crypto.subtle.verify("HMAC", key, one, message)) return parse(bytes);
  }
  throw new WebhookVerificationError("No signature fits the body and the secret.");
}

function checkTime(timestamp: string, nowMs: number): void {
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookVerificationError("webhook-timestamp holds no seconds.");
  const awaySeconds = Math.abs(Math.floor(nowMs / 1000) - Number(timestamp));
  if (awaySeconds > TOLERANCE_SECONDS)
    throw new WebhookVerificationError(`The message is ${awaySeconds} s away from this clock.`);
}

/** The bytes of each `v1,<base64>`; other versions and what is no base64 fit nothing. */
function signaturesOf(header: string): Uint8Array<ArrayBuffer>[] {
  return header.split(" ").flatMap((one) => {
    const [version, value] = one.split(",");
    const bytes = version === SIGNATURE_VERSION && value !== undefined ? fromBase64(value) : null;
    return bytes === null ? [] : [bytes];
  });
}

function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret);
  if (bytes === null || bytes.length === 0)
    throw new TypeError(`A webhook secret is base64 after "${SECRET_PREFIX}"; this one is not.`);
  return bytes;
}

function parse<Event>(bytes: Uint8Array): Event {
  try {
    // The server signed it, and its events are those of the API's reference.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Event;
  } catch (cause) {
    throw new WebhookVerificationError("The body is signed, but it is no JSON.", { cause });
  }
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const key = Object.keys(headers).find((one) => one.toLowerCase() === name);
  const value = key === undefined ? undefined : headers[key];
  return typeof value === "string" ? value : value?.[0];
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
