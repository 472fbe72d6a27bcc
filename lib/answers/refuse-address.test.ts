import { expect, test } from "vitest";
import { refuseAddress, refuseUrl } from "@/lib/answers/refuse-address";

const NOT_ALLOWED = expect.objectContaining({ code: "audio_url_not_allowed" });

test.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])(
  "%s is on the open internet",
  (address) => {
    expect(() => refuseAddress(address, false)).not.toThrow();
  },
);

test.each([
  ...["10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"],
  ...["255.255.255.255", "::", "fe80::1", "fd00::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"],
  ...["64:ff9b::a00:1", "2002:a00:1::", "192.0.2.1", "2001:db8::1"],
])("%s is not, for any key", (address) => {
  for (const allowLoopback of [false, true]) expect(() => refuseAddress(address, allowLoopback)).toThrow(NOT_ALLOWED);
});

test.each(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])(
  "%s is this machine: for test keys alone",
  (address) => {
    expect(() => refuseAddress(address, true)).not.toThrow();
    expect(() => refuseAddress(address, false)).toThrow(NOT_ALLOWED);
  },
);

test.each([
  ...["http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://[::1]/", "http://127.1/"],
  ...["https://user@example.com/", "https://:secret@example.com/", "ftp://example.com/", "data:audio/wav;base64,AA"],
])("%s is refused as an address, however it is written", (url) => {
  expect(() => refuseUrl(new URL(url), false)).toThrow(NOT_ALLOWED);
});
