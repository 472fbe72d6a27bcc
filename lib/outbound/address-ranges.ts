import ipaddr from "ipaddr.js";

/** A block of addresses: its first one and how many leading bits count. */
export type AddressRange = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Reads a list such as "10.1.0.0/16, fd12::/48".
 * @throws Error naming the entry that is no range
 */
export function parseAddressRanges(text: string): readonly AddressRange[] {
  const entries = text.split(",").map((entry) => entry.trim());
  return entries.filter((entry) => entry !== "").map(parseAddressRange);
}

function parseAddressRange(entry: string): AddressRange {
  try {
    return ipaddr.parseCIDR(entry);
  } catch {
    throw new Error(`${JSON.stringify(entry.slice(0, 60))} is not a range such as 10.1.0.0/16.`);
  }
}

/** Whether an address lies in one of the ranges; an IPv4 address inside an IPv6 one counts as itself. */
export function isInRanges(address: string, ranges: readonly AddressRange[]): boolean {
  const parsed = ipaddr.process(address);
  return ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits));
}
