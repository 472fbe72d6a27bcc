import type { Override } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { type Page, pageArgs, type PageRequest, toPage } from "@/lib/http/page";

/** A result's decisions, the one in force first. @throws EarshotError `not_found` */
export async function listOverrides(
  scope: OrganizationScope,
  assessmentId: string,
  request: PageRequest,
): Promise<Page<Override>> {
  const { organizationId } = scope;
  const { where, ...page } = pageArgs(request);
  const rows = await withOrganization(scope, async (transaction) => {
    const found = await transaction.assessment.count({ where: { id: assessmentId, organizationId } });
    if (found === 0) throw new EarshotError("not_found", "There is no result with this id.");
    return transaction.override.findMany({ ...page, where: { organizationId, assessmentId, ...where } });
  });
  return toPage(rows, request.limit);
}

/** @throws EarshotError `not_found` */
export async function getOverride(scope: OrganizationScope, id: string): Promise<Override> {
  const { organizationId } = scope;
  const found = await withOrganization(scope, ({ override }) => override.findFirst({ where: { id, organizationId } }));
  if (!found) throw new EarshotError("not_found", "There is no decision with this id.");
  return found;
}
