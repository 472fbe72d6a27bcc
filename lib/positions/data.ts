import type { Candidate, Override, Position } from "@/lib/db/generated/client";
import type { AssessmentStatus } from "@/lib/db/generated/enums";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { type Page, pageArgs, type PageRequest, toPage } from "@/lib/http/page";

/** @throws EarshotError `not_found` */
export async function getPosition(scope: OrganizationScope, id: string): Promise<Position> {
  const { organizationId } = scope;
  const found = await withOrganization(scope, ({ position }) => position.findFirst({ where: { id, organizationId } }));
  if (!found) throw new EarshotError("not_found", "There is no position with this id.");
  return found;
}

export interface PositionFilter extends PageRequest {
  readonly externalId?: string | undefined;
  readonly archived?: boolean | undefined;
}

export async function listPositions(scope: OrganizationScope, filter: PositionFilter): Promise<Page<Position>> {
  const { organizationId } = scope;
  const { externalId, archived, limit } = filter;
  const { where, ...page } = pageArgs(filter);
  const chosen = {
    ...(externalId !== undefined && { externalId }),
    ...(archived !== undefined && { archivedAt: archived ? { not: null } : null }),
  };
  const rows = await withOrganization(scope, ({ position }) =>
    position.findMany({ ...page, where: { organizationId, ...chosen, ...where } }),
  );
  return toPage(rows, limit);
}

/** A candidate of a position with the result that counts: that of their latest answer which has one. */
export interface RankedCandidate {
  /** Of those with a score; equal scores share one. Null without a score. */
  readonly rank: number | null;
  readonly candidate: Candidate;
  readonly assessment: {
    readonly id: string;
    readonly status: AssessmentStatus;
    readonly roleKey: string;
    readonly overallScore: number | null;
    readonly verdict: string | null;
    readonly completedAt: Date | null;
    readonly overrides: readonly Override[];
  };
}

interface RankRow {
  readonly place: number;
  readonly rank: number | null;
  readonly candidateId: string;
  readonly assessmentId: string;
}

/**
 * A position's candidates, the highest overall score first, those without one at the end; equal ones by who answered
 * first. Results of the other mode do not count.
 *
 * @param after how many are ahead of the page
 */
export async function listRankedCandidates(
  scope: OrganizationScope,
  positionId: string,
  { livemode, limit, after }: { readonly livemode: boolean; readonly limit: number; readonly after: number },
): Promise<{ readonly items: readonly RankedCandidate[]; readonly hasMore: boolean }> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    const rows = await transaction.$queryRaw<RankRow[]>`
      with latest as (
        select distinct on (answer.candidate_id) answer.candidate_id, assessment.id, assessment.overall_score,
               assessment.completed_at
        from answers answer
        join assessments assessment
          on assessment.organization_id = answer.organization_id and assessment.answer_id = answer.id
        where answer.organization_id = ${organizationId} and answer.position_id = ${positionId}
          and answer.candidate_id is not null and assessment.livemode = ${livemode}
        order by answer.candidate_id, assessment.completed_at is null or assessment.overall_score is null,
                 assessment.completed_at desc, assessment.id desc
      ), ordered as (
        select *, row_number() over (order by overall_score desc nulls last, completed_at asc nulls last, id) as place,
               case when overall_score is null then null
                    else rank() over (order by overall_score desc nulls last) end as rank
        from latest
      )
      select place::int, rank::int, candidate_id as "candidateId", id as "assessmentId"
      from ordered where place > ${after} order by place limit ${limit + 1}`;
    const page = rows.slice(0, limit);
    const candidates = await transaction.candidate.findMany({
      where: { organizationId, id: { in: page.map((row) => row.candidateId) } },
    });
    const assessments = await transaction.assessment.findMany({
      where: { organizationId, id: { in: page.map((row) => row.assessmentId) } },
      select: {
        ...{ id: true, status: true, roleKey: true, overallScore: true, verdict: true, completedAt: true },
        overrides: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 },
      },
    });
    const items = page.flatMap(({ rank, candidateId, assessmentId }) => {
      const candidate = candidates.find(({ id }) => id === candidateId);
      const assessment = assessments.find(({ id }) => id === assessmentId);
      return candidate && assessment ? [{ rank, candidate, assessment }] : [];
    });
    return { items, hasMore: rows.length > limit };
  });
}
