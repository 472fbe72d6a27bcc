import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import type { ScoringMode } from "@/scoring/dimensions/dimension-result";

/** How this organization has its answers scored. */
export async function getScoringMode(scope: OrganizationScope): Promise<ScoringMode> {
  const organization = await withOrganization(scope, (transaction) =>
    transaction.organization.findUniqueOrThrow({ where: { id: scope.organizationId }, select: { wordingOnly: true } }),
  );
  return organization.wordingOnly ? "wording_only" : "standard";
}
