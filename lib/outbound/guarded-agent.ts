import { lookup as resolve, type LookupAddress, type LookupOptions } from "node:dns";
import { Agent } from "undici";
import { OutboundRefusal } from "@/lib/outbound/outbound-refusal";
import { type OutboundRules, refuseAddress } from "@/lib/outbound/refuse-address";

/**
 * Connections to outside. Each address is checked after its name is resolved, and it is that address which is connected
 * to: a name that changes in between gains nothing. Addresses written as numbers are never resolved: `refuseUrl` is for
 * them.
 *
 * @param silenceMs a server that says nothing for this long, before or within its answer, is given up
 */
export function guardedAgent(rules: OutboundRules, silenceMs: number): Agent {
  return new Agent({
    ...{ headersTimeout: silenceMs, bodyTimeout: silenceMs },
    connect: { timeout: silenceMs, lookup: guardedLookup(rules) },
  });
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

function guardedLookup(rules: OutboundRules) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error("no address"), []);
      try {
        for (const { address } of addresses) refuseAddress(address, rules);
      } catch (refusal) {
        const unknown = new OutboundRefusal("not_allowed", "The address is not allowed.");
        return callback(refusal instanceof Error ? refusal : unknown, []);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
