import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { verifyWebhook, WebhookVerificationError } from "./verify-webhook.js";

// Signed by the reference library of Standard Webhooks: this client's code has no part in the signature.
const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const OLD_SECRET = `whsec_${Buffer.alloc(24, 9).toString("base64")}`;
const NOW = new Date("2026-03-01T10:00:00.000Z");
const BODY = JSON.stringify({ type: "soft_skills_score.completed", id: "asm_1", external_id: "Zoë 🎧" });

function headers(secret = SECRET, body = BODY, at = NOW): Record<string, string> {
  return {
    "webhook-id": "evt_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign("evt_1", at, body),
  };
}

const verify = (
  body: string | Uint8Array,
  given: Record<string, string> | Headers,
  secrets: string | string[] = SECRET,
) => verifyWebhook<{ external_id: string }>(body, given, secrets, NOW.getTime());
const refused = (promise: Promise<unknown>) => expect(promise).rejects.toBeInstanceOf(WebhookVerificationError);

describe("a webhook", () => {
  it("signed by the reference library is taken, as text, as bytes, and with any kind of headers", async () => {
    expect((await verify(BODY, headers())).external_id).toBe("Zoë 🎧");
    expect((await verify(new TextEncoder().encode(BODY), new Headers(headers()))).external_id).toBe("Zoë 🎧");
    const capitals = Object.fromEntries(Object.entries(headers()).map(([name, value]) => [name.toUpperCase(), value]));
    expect((await verify(BODY, capitals)).external_id).toBe("Zoë 🎧");
  });

  it("is taken with either of two secrets while one replaces the other, on either side", async () => {
    await verify(BODY, headers(OLD_SECRET), [SECRET, OLD_SECRET]);
    const both = `${headers(OLD_SECRET)["webhook-signature"]} ${headers()["webhook-signature"]}`;
    await verify(BODY, { ...headers(), "webhook-signature": both });
  });

  it("with another body, id, time, secret or version of signature is refused", async () => {
    await refused(verify(BODY.replace("asm_1", "asm_2"), headers()));
    await refused(verify(BODY, { ...headers(), "webhook-id": "evt_2" }));
    await refused(verify(BODY, { ...headers(), "webhook-timestamp": String(NOW.getTime() / 1000 - 1) }));
    await refused(verify(BODY, headers(OLD_SECRET)));
    await refused(
      verify(BODY, { ...headers(), "webhook-signature": headers()["webhook-signature"]!.replace("v1,", "v2,") }),
    );
    await refused(verify(BODY, { ...headers(), "webhook-signature": "v1,not base64! v1 v1," }));
  });

  it("is taken up to five minutes from this clock and refused beyond, in both directions", async () => {
    for (const direction of [-1, 1]) {
      await verify(BODY, headers(SECRET, BODY, new Date(NOW.getTime() + direction * 300_000)));
      await refused(verify(BODY, headers(SECRET, BODY, new Date(NOW.getTime() + direction * 301_000))));
    }
  });

  it("without one of its headers, or with a time that is no number, is refused", async () => {
    for (const name of Object.keys(headers())) {
      const { [name]: _, ...rest } = headers();
      await refused(verify(BODY, rest));
    }
    await refused(verify(BODY, { ...headers(), "webhook-timestamp": "1e9" }));
  });

  it("cannot be checked with a secret that is none: that is the caller's mistake, not the sender's", async () => {
    await expect(verify(BODY, headers(), "whsec_***")).rejects.toBeInstanceOf(TypeError);
    await expect(verify(BODY, headers(), "whsec_")).rejects.toBeInstanceOf(TypeError);
  });

  it("is taken by the reference library exactly where this client takes it", async () => {
    const now = new Date();
    for (const secret of [SECRET, OLD_SECRET]) {
      const given = headers(secret, BODY, now);
      const theirs = await Promise.resolve()
        .then(() => new Webhook(SECRET).verify(BODY, given))
        .then(
          () => true,
          () => false,
        );
      const ours = await verifyWebhook(BODY, given, SECRET).then(
        () => true,
        () => false,
      );
      expect(ours).toBe(theirs);
    }
  });
});
