import { Webhook } from "standardwebhooks";

/** Headers by which a receiver knows that an event is ours, fresh, and which one. */
export interface SignedHeaders {
  readonly "webhook-id": string;
  /** Seconds since 1970. */
  readonly "webhook-timestamp": string;
  /** One signature a secret, separated by spaces: two while a secret is being changed. */
  readonly "webhook-signature": string;
}

/**
 * Signs a body as Standard Webhooks 1.0 says.
 *
 * @param secrets the ones that are valid now, the newest first
 */
export function signEvent(eventId: string, at: Date, body: string, secrets: readonly string[]): SignedHeaders {
  return {
    "webhook-id": eventId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(eventId, at, body)).join(" "),
  };
}
