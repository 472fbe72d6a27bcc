import type { Identity } from "@/lib/auth/identity";
import { type PageRequest, toPageJson } from "@/lib/http/page";
import { getEndpoint, listEndpoints } from "@/lib/webhooks/data";
import { modeOf } from "@/lib/webhooks/mode-of";
import { type EndpointWithSecret, revealEndpoint, updateEndpoint } from "@/lib/webhooks/mutations";
import type { EndpointChanges, EndpointJson } from "@/lib/webhooks/schema";
import { toEndpointJson } from "@/lib/webhooks/serializers";

/** One endpoint as the API shows it. @throws EarshotError `not_found` */
export async function readEndpoint(identity: Identity, id: string): Promise<EndpointJson> {
  return toEndpointJson(await getEndpoint(identity.scope, modeOf(identity), id));
}

/** Changes an endpoint and reads it again. @throws EarshotError `not_found`, `webhook_url_not_allowed` */
export async function changeEndpoint(identity: Identity, id: string, changes: EndpointChanges): Promise<EndpointJson> {
  await updateEndpoint(identity, id, changes);
  return readEndpoint(identity, id);
}

export async function readEndpointPage(identity: Identity, request: PageRequest) {
  return toPageJson(await listEndpoints(identity.scope, modeOf(identity), request), toEndpointJson);
}

/** An endpoint with its secret, for the answer that makes one. */
export function toEndpointJsonWithSecret({ endpoint, secret }: EndpointWithSecret) {
  return { ...toEndpointJson(endpoint), secret };
}

/** The same for a repeat of that request. @throws EarshotError `not_found` */
export async function readEndpointWithSecret(identity: Identity, id: string) {
  return toEndpointJsonWithSecret(await revealEndpoint(identity.scope, modeOf(identity), id));
}
