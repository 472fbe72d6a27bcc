import { BlockList, isIP } from "node:net";

/** Whether an address lies in a list of addresses and CIDR ranges. An empty list allows everybody. */
export function isAllowedAddress(address: string | null, allowList: readonly string[]): boolean {
  if (allowList.length === 0) return true;
  const family = isIP(address ?? "");
  if (address === null || family === 0) return false;
  const list = new BlockList();
  for (const entry of allowList) addEntry(list, entry);
  return list.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** An entry that cannot be read allows nobody. */
function addEntry(list: BlockList, entry: string): void {
  const [network = "", bits] = entry.split("/", 2);
  const family = isIP(network);
  if (family === 0) return;
  const type = family === 6 ? "ipv6" : "ipv4";
  const prefix = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits);
  if (Number.isInteger(prefix) && prefix >= 0 && prefix <= (family === 6 ? 128 : 32)) {
    list.addSubnet(network, prefix, type);
  }
}

/**
 * The caller's address as the outermost of our own proxies saw it: X-Forwarded-For, so many entries from the right as there
 * are trusted proxies (TRUSTED_PROXIES). Without one anybody could write anything there, and the address is not known:
 * keys with an allow-list are then refused.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string | null {
  if (trustedProxies === 0) return null;
  const entry = headers.get("x-forwarded-for")?.split(",").at(-trustedProxies)?.trim() ?? "";
  const plain = entry.replace(/^::ffff:(?=\d+\.)/, "");
  return isIP(plain) === 0 ? null : plain;
}
