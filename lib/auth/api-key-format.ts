import { createHash, randomBytes } from "node:crypto";

const KEY = /^es_(live|test)_[A-Za-z0-9_-]{43}$/;
const SECRET_BYTES = 32;
const SHOWN_CHARACTERS = "es_test_".length + 4;

export interface NewApiKey {
  /** The key itself: shown once, never stored. */
  readonly key: string;
  /** SHA-256 of the key, hex. The secret has 256 random bits, so a slow hash would protect nothing more. */
  readonly hash: string;
  /** For telling keys apart in a list: "es_test_Ab12". */
  readonly displayPrefix: string;
  readonly livemode: boolean;
}

/** 32 random bytes behind "es_live_" or "es_test_". */
export function generateApiKey(livemode: boolean): NewApiKey {
  const key = `es_${livemode ? "live" : "test"}_${randomBytes(SECRET_BYTES).toString("base64url")}`;
  return { key, hash: hashApiKey(key), displayPrefix: key.slice(0, SHOWN_CHARACTERS), livemode };
}

export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Whether the text could be a key; anything else need not reach the database. */
export function isApiKey(text: string): boolean {
  return KEY.test(text);
}
