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
 * The caller's address. The server writes it into X-Forwarded-For when no proxy did; behind a proxy the right-most
 * entry is the one that the proxy added itself, the rest is what the client claimed.
 */
export function clientAddress(headers: Headers): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const plain = last.replace(/^::ffff:(?=\d+\.)/, "");
  return isIP(plain) === 0 ? null : plain;
}
