import { environment } from "@/lib/config/environment";
import { parseAddressRanges } from "@/lib/outbound/address-ranges";
import type { OutboundRules } from "@/lib/outbound/refuse-address";

/** What a request on behalf of a key may reach on this server. */
export function outboundRules({ livemode }: { readonly livemode: boolean }): OutboundRules {
  return { allowLoopback: !livemode, allow: parseAddressRanges(environment().OUTBOUND_ALLOW) };
}
