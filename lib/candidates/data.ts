import type { Candidate } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { type Page, pageArgs, type PageRequest, toPage } from "@/lib/http/page";

/** @throws EarshotError `not_found` */
export async function getCandidate(scope: OrganizationScope, id: string): Promise<Candidate> {
  const { organizationId } = scope;
  const found = await withOrganization(scope, ({ candidate }) =>
    candidate.findFirst({ where: { id, organizationId } }),
  );
  if (!found) throw new EarshotError("not_found", "There is no candidate with this id.");
  return found;
}

export interface CandidateFilter extends PageRequest {
  readonly externalId?: string | undefined;
}

export async function listCandidates(scope: OrganizationScope, filter: CandidateFilter): Promise<Page<Candidate>> {
  const { organizationId } = scope;
  const { externalId, limit } = filter;
  const { where, ...page } = pageArgs(filter);
  const rows = await withOrganization(scope, ({ candidate }) =>
    candidate.findMany({
      ...page,
      where: { organizationId, ...(externalId !== undefined && { externalId }), ...where },
    }),
  );
  return toPage(rows, limit);
}

/** The answers of a person, oldest first. */
export async function listAnswerIdsOf(scope: OrganizationScope, candidateId: string): Promise<readonly string[]> {
  const { organizationId } = scope;
  const rows = await withOrganization(scope, ({ answer }) =>
    answer.findMany({ where: { organizationId, candidateId }, select: { id: true }, orderBy: { id: "asc" } }),
  );
  return rows.map(({ id }) => id);
}
