import { environment } from "@/lib/config/environment";
import { parseAddressRanges } from "@/lib/outbound/address-ranges";
import type { OutboundRules } from "@/lib/outbound/refuse-address";

/**
 * What a request on behalf of a client may reach, on this server.
 *
 * @param allowLoopback also this machine itself: for webhooks of test keys, whose answers nobody gets to see
 */
export function outboundRules({ allowLoopback }: { readonly allowLoopback: boolean }): OutboundRules {
  return { allowLoopback, allow: parseAddressRanges(environment().OUTBOUND_ALLOW) };
}
