import type { Prisma, WebhookEndpoint } from "@/lib/db/generated/client";
import type { WebhookDeliveryState } from "@/lib/db/generated/enums";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { type Page, pageArgs, type PageRequest, toPage } from "@/lib/http/page";

/** Test keys see test endpoints, live keys live ones; a signed-in member (null) sees both. */
export type Mode = boolean | null;

const ofMode = (mode: Mode) => (mode === null ? {} : { livemode: mode });

/** @throws EarshotError `not_found` */
export async function getEndpoint(scope: OrganizationScope, mode: Mode, id: string): Promise<WebhookEndpoint> {
  const { organizationId } = scope;
  const found = await withOrganization(scope, ({ webhookEndpoint }) =>
    webhookEndpoint.findFirst({ where: { id, organizationId, ...ofMode(mode) } }),
  );
  if (!found) throw new EarshotError("not_found", "There is no webhook endpoint with this id.");
  return found;
}

export async function listEndpoints(
  scope: OrganizationScope,
  mode: Mode,
  request: PageRequest,
): Promise<Page<WebhookEndpoint>> {
  const { organizationId } = scope;
  const { where, ...page } = pageArgs(request);
  const rows = await withOrganization(scope, ({ webhookEndpoint }) =>
    webhookEndpoint.findMany({ ...page, where: { organizationId, ...ofMode(mode), ...where } }),
  );
  return toPage(rows, request.limit);
}

const WITH_EVENT = { event: true } satisfies Prisma.WebhookDeliveryInclude;
export type DeliveryWithEvent = Prisma.WebhookDeliveryGetPayload<{ include: typeof WITH_EVENT }>;
const WITH_LOG = { event: true, log: { orderBy: { number: "asc" } } } satisfies Prisma.WebhookDeliveryInclude;
export type DeliveryWithLog = Prisma.WebhookDeliveryGetPayload<{ include: typeof WITH_LOG }>;

/** @throws EarshotError `not_found` */
export async function getDelivery(scope: OrganizationScope, mode: Mode, id: string): Promise<DeliveryWithLog> {
  const { organizationId } = scope;
  const found = await withOrganization(scope, ({ webhookDelivery }) =>
    webhookDelivery.findFirst({ where: { id, organizationId, event: ofMode(mode) }, include: WITH_LOG }),
  );
  if (!found) throw new EarshotError("not_found", "There is no webhook delivery with this id.");
  return found;
}

export interface DeliveryFilter extends PageRequest {
  readonly endpointId?: string | undefined;
  readonly state?: WebhookDeliveryState | undefined;
}

export async function listDeliveries(
  scope: OrganizationScope,
  mode: Mode,
  filter: DeliveryFilter,
): Promise<Page<DeliveryWithEvent>> {
  const { organizationId } = scope;
  const { endpointId, state } = filter;
  const { where, ...page } = pageArgs(filter);
  const chosen = { ...(endpointId !== undefined && { endpointId }), ...(state !== undefined && { state }) };
  const rows = await withOrganization(scope, ({ webhookDelivery }) =>
    webhookDelivery.findMany({
      ...page,
      where: { organizationId, event: ofMode(mode), ...chosen, ...where },
      include: WITH_EVENT,
    }),
  );
  return toPage(rows, filter.limit);
}

const TO_SEND = { event: true, endpoint: true } satisfies Prisma.WebhookDeliveryInclude;
export type DeliveryToSend = Prisma.WebhookDeliveryGetPayload<{ include: typeof TO_SEND }>;

/** A delivery with all that sending it takes; null when its endpoint was deleted. */
export function findDeliveryToSend(scope: OrganizationScope, id: string): Promise<DeliveryToSend | null> {
  const { organizationId } = scope;
  return withOrganization(scope, ({ webhookDelivery }) =>
    webhookDelivery.findFirst({ where: { id, organizationId }, include: TO_SEND }),
  );
}
