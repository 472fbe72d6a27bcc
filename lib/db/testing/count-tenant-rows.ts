import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";

/** How many rows of each kind an organization has: "nothing left behind" is that these do not change. */
export function countTenantRows(scope: OrganizationScope): Promise<Record<string, number>> {
  return withOrganization(scope, async (transaction) => ({
    recordings: await transaction.recording.count(),
    answers: await transaction.answer.count(),
    assessments: await transaction.assessment.count(),
    dimensionScores: await transaction.dimensionScore.count(),
    artifacts: await transaction.artifact.count(),
  }));
}
