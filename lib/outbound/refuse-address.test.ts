import { expect, test } from "vitest";
import { parseAddressRanges } from "@/lib/outbound/address-ranges";
import { type OutboundRules, refuseAddress, refuseUrl } from "@/lib/outbound/refuse-address";

const LIVE: OutboundRules = { allowLoopback: false, allow: [] };
const TEST: OutboundRules = { allowLoopback: true, allow: [] };
const NOT_ALLOWED = expect.objectContaining({ reason: "not_allowed" });

test.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])(
  "%s is on the open internet",
  (address) => {
    expect(() => refuseAddress(address, LIVE)).not.toThrow();
  },
);

test.each([
  ...["10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"],
  ...["255.255.255.255", "::", "fe80::1", "fd00::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"],
  ...["64:ff9b::a00:1", "2002:a00:1::", "192.0.2.1", "2001:db8::1", "168.63.129.16", "100.100.100.200"],
])("%s is not, for any key", (address) => {
  for (const rules of [LIVE, TEST]) expect(() => refuseAddress(address, rules)).toThrow(NOT_ALLOWED);
});

test.each(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])(
  "%s is this machine: for test keys alone",
  (address) => {
    expect(() => refuseAddress(address, TEST)).not.toThrow();
    expect(() => refuseAddress(address, LIVE)).toThrow(NOT_ALLOWED);
  },
);

test("a range of OUTBOUND_ALLOW is open, also written as IPv6, and nothing beside it", () => {
  const rules = { ...LIVE, allow: parseAddressRanges("10.1.0.0/16, fd12::/48") };
  for (const address of ["10.1.2.3", "::ffff:10.1.2.3", "fd12::7"]) {
    expect(() => refuseAddress(address, rules)).not.toThrow();
  }
  for (const address of ["10.2.0.1", "fd13::7", "127.0.0.1", "169.254.169.254"]) {
    expect(() => refuseAddress(address, rules)).toThrow(NOT_ALLOWED);
  }
});

test("the refusal names the setting that would open the range", () => {
  expect(() => refuseAddress("10.1.2.3", LIVE)).toThrow(/OUTBOUND_ALLOW/);
});

test("a list of ranges that holds something else says which entry", () => {
  for (const text of ["10.1.0.0/16,internal", "10.1.0.0", "10.1.0.0/64"]) {
    expect(() => parseAddressRanges(text)).toThrow(/is not a range such as/);
  }
  expect(parseAddressRanges("")).toEqual([]);
});

test.each([
  ...["http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://[::1]/", "http://127.1/"],
  ...["https://user@example.com/", "https://:secret@example.com/", "ftp://example.com/", "data:audio/wav;base64,AA"],
])("%s is refused as an address, however it is written", (url) => {
  expect(() => refuseUrl(new URL(url), LIVE)).toThrow(NOT_ALLOWED);
});
