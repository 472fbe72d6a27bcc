import { expect, test } from "vitest";
import { generateApiKey, hashApiKey, isApiKey } from "@/lib/auth/api-key-format";
import { clientAddress, isAllowedAddress } from "@/lib/auth/ip-allow-list";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { SignInThrottle } from "@/lib/auth/sign-in-throttle";

test("a key is 32 random bytes behind its kind, and its stored form does not contain it", () => {
  const made = generateApiKey(false);
  expect(made.key).toMatch(/^es_test_[\w-]{43}$/);
  expect(isApiKey(made.key)).toBe(true);
  expect(made.hash).toBe(hashApiKey(made.key));
  expect(made.key.startsWith(made.displayPrefix)).toBe(true);
  expect(made.displayPrefix).toHaveLength(12);
  expect(generateApiKey(false).key).not.toBe(made.key);
  expect(generateApiKey(true).key.startsWith("es_live_")).toBe(true);
});

test("an allow-list takes addresses and ranges of both families; what cannot be read allows nobody", () => {
  expect(isAllowedAddress("10.1.2.3", [])).toBe(true);
  expect(isAllowedAddress("10.1.2.3", ["10.1.0.0/16"])).toBe(true);
  expect(isAllowedAddress("10.2.2.3", ["10.1.0.0/16"])).toBe(false);
  expect(isAllowedAddress("2001:db8::1", ["2001:db8::/32"])).toBe(true);
  expect(isAllowedAddress(null, ["10.0.0.0/8"])).toBe(false);
  expect(isAllowedAddress("10.1.2.3", ["nonsense", "10.1.2.3/99"])).toBe(false);
});

test("the caller's address is what the nearest proxy wrote, not what the client claimed", () => {
  const forwarded = (value: string) => new Headers({ "x-forwarded-for": value });
  expect(clientAddress(forwarded("1.1.1.1, 203.0.113.9"), 1)).toBe("203.0.113.9");
  expect(clientAddress(forwarded("1.1.1.1, 203.0.113.9, 10.0.0.1"), 2)).toBe("203.0.113.9");
  expect(clientAddress(forwarded("::ffff:127.0.0.1"), 1)).toBe("127.0.0.1");
  expect(clientAddress(forwarded("nobody"), 1)).toBeNull();
  expect(clientAddress(forwarded("203.0.113.9"), 2)).toBeNull();
  expect(clientAddress(forwarded("203.0.113.9"), 0)).toBeNull();
});

test("a session is obeyed from our own pages only", () => {
  const headers = (origin: string | null) => new Headers({ host: "earshot.test", ...(origin && { origin }) });
  expect(isSameOrigin("POST", headers("http://earshot.test"))).toBe(true);
  expect(isSameOrigin("POST", headers("http://evil.test"))).toBe(false);
  expect(isSameOrigin("POST", headers("null"))).toBe(false);
  expect(isSameOrigin("DELETE", headers(null))).toBe(false);
  expect(isSameOrigin("GET", headers(null))).toBe(true);
});

test("guessing is stopped after eight failures an email and goes on after a quarter of an hour", () => {
  let now = 0;
  const throttle = new SignInThrottle(() => now);
  for (let i = 0; i < 8; i++) {
    expect(throttle.isBlocked("a@x", "10.0.0.1")).toBe(false);
    throttle.noteFailure("a@x", "10.0.0.1");
  }
  expect(throttle.isBlocked("a@x", "10.0.0.1")).toBe(true);
  expect(throttle.isBlocked("b@x", "10.0.0.1")).toBe(false);
  now = 15 * 60_000;
  expect(throttle.isBlocked("a@x", "10.0.0.1")).toBe(false);
});

test("where no address is known, guessing with ever new emails is stopped as well", () => {
  let now = 0;
  const throttle = new SignInThrottle(() => now);
  for (let i = 0; i < 400; i++) {
    expect(throttle.isBlocked(`${i}@x`, null)).toBe(false);
    throttle.noteFailure(`${i}@x`, null);
  }
  expect(throttle.isBlocked("new@x", null)).toBe(true);
  expect(throttle.isBlocked("new@x", "10.0.0.1")).toBe(false);
  now = 15 * 60_000;
  expect(throttle.isBlocked("new@x", null)).toBe(false);
});
