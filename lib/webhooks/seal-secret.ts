import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { environment } from "@/lib/config/environment";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
/** NIST SP 800-38D, section 8.2: 96 bits are what GCM is made for. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Standard Webhooks, "Signature scheme": secrets are 24 to 64 random bytes. */
const SECRET_BYTES = 32;
const PREFIX = "whsec_";

/** A new signing secret, as its owner sees it: "whsec_" and base64. */
export function createSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** Seals a secret for storage. It can be opened only under the same endpoint: a row that is copied elsewhere says nothing. */
export function sealSecret(secret: string, endpointId: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, sealingKey(), nonce).setAAD(Buffer.from(endpointId));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** @throws Error where SECRETS_KEY is another than the one it was sealed with */
export function openSecret(sealed: string, endpointId: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv(ALGORITHM, sealingKey(), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(endpointId)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

/** Derived, so that a setting of any length over 32 characters gives a key for this purpose and no other (RFC 5869). */
function sealingKey(): Buffer {
  const secret = environment().SECRETS_KEY;
  if (secret === undefined) {
    throw new Error("SECRETS_KEY is not set. `npm run up` makes one; otherwise set 32 random characters.");
  }
  return Buffer.from(hkdfSync("sha256", secret, "", "earshot/webhook-secrets", KEY_BYTES));
}
