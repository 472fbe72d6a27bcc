import type { OrganizationScope } from "@/lib/db/scope";
import { Reply } from "@/lib/http/reply";
import { getDelivery, type Mode } from "@/lib/webhooks/data";
import type { DeliveryWithLogJson } from "@/lib/webhooks/schema";
import { toDeliveryWithLogJson } from "@/lib/webhooks/serializers";

/** One delivery as the API shows it. @throws EarshotError `not_found` */
export async function readDelivery(scope: OrganizationScope, mode: Mode, id: string): Promise<DeliveryWithLogJson> {
  return toDeliveryWithLogJson(await getDelivery(scope, mode, id));
}

/** A delivery that was just begun: 202, and where it can be followed. */
export async function deliveryReply(scope: OrganizationScope, mode: Mode, id: string) {
  return Reply.json(202, await readDelivery(scope, mode, id), { Location: `/v1/webhook-deliveries/${id}` });
}
