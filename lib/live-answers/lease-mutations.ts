import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { LEASE_MS } from "@/lib/live-answers/constants";
import { type LiveAnswerRecord, readLiveAnswer } from "@/lib/live-answers/data";
import { tellFollower } from "@/lib/live-answers/mutations";

/**
 * Says that a follower lives, and hears how its live answer stands.
 *
 * @returns null where it is gone, or another worker follows it by now
 */
export async function renewLease(
  scope: OrganizationScope,
  id: string,
  owner: string,
): Promise<LiveAnswerRecord | null> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    const { count } = await transaction.liveAnswer.updateMany({
      where: { id, organizationId, leaseOwner: owner, state: { not: "expired" } },
      data: { leaseUntil: new Date(Date.now() + LEASE_MS) },
    });
    return count === 0 ? null : readLiveAnswer(transaction, scope, id);
  });
}

/**
 * Lets go of a live answer, so that another worker may follow it at once.
 *
 * @returns the job that waits beside a run that its follower did not end; null where there is none
 */
export async function endLease(scope: OrganizationScope, id: string, owner: string): Promise<string | null> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    const [ended] = await transaction.$queryRaw<{ readonly assessmentId: string | null }[]>`
      update live_answers set lease_owner = null, lease_until = null
      where organization_id = ${organizationId} and id = ${id} and lease_owner = ${owner}
      returning assessment_id as "assessmentId"`;
    await tellFollower(transaction, id);
    if (!ended || ended.assessmentId === null) return null;
    // A statement of its own: one that waited for a completion does not see the run that this has made.
    const { assessmentId } = ended;
    const left = await transaction.scoringRun.findFirst({
      where: { organizationId, assessmentId, state: "dispatched" },
      select: { jobId: true },
    });
    return left?.jobId ?? null;
  });
}
