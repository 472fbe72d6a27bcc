import { EarshotError } from "@/lib/errors/error-codes";
import { isInRanges } from "@/lib/outbound/address-ranges";
import { OutboundRefusal } from "@/lib/outbound/outbound-refusal";
import { outboundRules } from "@/lib/outbound/outbound-rules";
import { numericHost, refuseUrl } from "@/lib/outbound/refuse-address";

/**
 * Refuses addresses that could never be delivered to. A name is resolved and checked at every delivery, because it may
 * change; only what the text itself shows is refused here.
 *
 * @throws EarshotError `webhook_url_not_allowed`
 */
export function checkEndpointUrl(text: string, livemode: boolean): void {
  const url = new URL(text);
  const rules = outboundRules({ allowLoopback: !livemode });
  try {
    refuseUrl(url, rules);
  } catch (error) {
    if (error instanceof OutboundRefusal) throw notAllowed(error.detail);
    throw error;
  }
  const address = numericHost(url);
  const isOpened = address !== null && isInRanges(address, rules.allow);
  if (livemode && url.protocol !== "https:" && !isOpened) {
    throw notAllowed("A live endpoint needs https. Endpoints of test keys may use http.");
  }
}

function notAllowed(detail: string): EarshotError {
  return new EarshotError("webhook_url_not_allowed", detail, [
    { pointer: "/url", code: "webhook_url_not_allowed", detail },
  ]);
}
