import { afterAll, beforeAll, expect, test } from "vitest";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import { createSecret, openSecret, sealSecret } from "@/lib/webhooks/seal-secret";

beforeAll(() => changeEnvironmentForTests({ SECRETS_KEY: "a key for tests, of 32 characters" }));
afterAll(() => changeEnvironmentForTests({ SECRETS_KEY: undefined }));

test("a secret is 32 random bytes, in the form that receivers' libraries take", () => {
  const secret = createSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(createSecret()).not.toBe(secret);
});

test("a sealed secret opens under its endpoint, and under no other", () => {
  const secret = createSecret();
  const sealed = sealSecret(secret, "whe_1");
  expect(sealed).not.toContain(secret.slice(6, 20));
  expect(sealSecret(secret, "whe_1")).not.toBe(sealed);
  expect(openSecret(sealed, "whe_1")).toBe(secret);
  expect(() => openSecret(sealed, "whe_2")).toThrow();
});

test("a sealed secret that was changed, or another SECRETS_KEY, opens nothing", () => {
  const sealed = sealSecret(createSecret(), "whe_1");
  const bytes = Buffer.from(sealed, "base64");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => openSecret(bytes.toString("base64"), "whe_1")).toThrow();
  changeEnvironmentForTests({ SECRETS_KEY: "another key for tests, 32 characters" });
  expect(() => openSecret(sealed, "whe_1")).toThrow();
});
