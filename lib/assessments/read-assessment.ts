import { getAssessmentWithRole, listAssessments, type AssessmentFilter } from "@/lib/assessments/data";
import type { AssessmentJson } from "@/lib/assessments/schema";
import { toAssessmentJson } from "@/lib/assessments/serialize-assessment";
import type { OrganizationScope } from "@/lib/db/scope";
import { toPageJson } from "@/lib/http/page";
import { loadRoleVersions } from "@/lib/role-benchmarks/data";
import { getQueuePlace } from "@/lib/scoring-runs/data";

/** One assessment as the API shows it. @throws EarshotError `not_found` */
export async function readAssessment(scope: OrganizationScope, id: string): Promise<AssessmentJson> {
  const { row, roles } = await getAssessmentWithRole(scope, id);
  const place = row.completedAt === null ? { place: await getQueuePlace(scope, row.id) } : {};
  return toAssessmentJson(row, { roles, evidence: true, ...place });
}

/** One page of assessments as the API shows them. */
export async function readAssessmentPage(scope: OrganizationScope, filter: AssessmentFilter, evidence: boolean) {
  const page = await listAssessments(scope, filter);
  const roles = await loadRoleVersions(scope, page.items);
  return toPageJson(page, (row) => toAssessmentJson(row, { roles, evidence }));
}
