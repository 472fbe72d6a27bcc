import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { type AddressRange, isInRanges, parseAddressRanges } from "@/lib/outbound/address-ranges";
import { OutboundRefusal } from "@/lib/outbound/outbound-refusal";

/** What may be asked besides the open internet. */
export interface OutboundRules {
  /** This machine itself, for whoever tries webhooks out on it. */
  readonly allowLoopback: boolean;
  /** Ranges that whoever runs this server has opened (OUTBOUND_ALLOW). */
  readonly allow: readonly AddressRange[];
}

/** In the public range, and yet a cloud's inside: the host's own services (Azure's WireServer). */
const INSIDE_ALL_THE_SAME = parseAddressRanges("168.63.129.16/32");

/**
 * Refuses addresses that are not on the open internet, so that nobody can make this server ask its own network: private,
 * loopback, link-local, carrier, metadata, multicast, documentation and translated ranges.
 *
 * @param address IPv4 or IPv6, as the name was resolved
 * @throws OutboundRefusal `not_allowed`
 */
export function refuseAddress(address: string, { allowLoopback, allow }: OutboundRules): void {
  // An IPv4 address inside an IPv6 one counts as itself.
  const range = ipaddr.process(address).range();
  if (range === "unicast" && !isInRanges(address, INSIDE_ALL_THE_SAME)) return;
  if (range === "loopback" && allowLoopback) return;
  if (isInRanges(address, allow)) return;
  const detail =
    "The address is not on the public internet. Whoever runs this server can open a range with OUTBOUND_ALLOW.";
  throw new OutboundRefusal("not_allowed", detail);
}

/** @throws OutboundRefusal `not_allowed` for another scheme, credentials, or a numeric address that is refused */
export function refuseUrl(url: URL, rules: OutboundRules): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new OutboundRefusal("not_allowed", "Only http and https addresses are asked.");
  }
  if (url.username !== "" || url.password !== "") {
    const detail = "The address must not hold a name and password. Use one that is signed instead.";
    throw new OutboundRefusal("not_allowed", detail);
  }
  const address = numericHost(url);
  if (address !== null) refuseAddress(address, rules);
}

/** The address that a URL names by numbers; null where it names a host. */
export function numericHost(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? null : host;
}
