import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import type { OrganizationScope } from "@/lib/db/scope";
import { withSystem } from "@/lib/db/with-system";
import { IDLE_MS, LEASE_MS } from "@/lib/live-answers/constants";

export interface ClaimedLiveAnswer {
  readonly scope: OrganizationScope;
  readonly id: string;
}

/**
 * Takes live answers that arrive and that nobody follows: new ones, and those whose follower has died. Of two workers that
 * ask at once, each gets others.
 *
 * @param owner names the worker in the lease
 * @param followed what it follows already: where its sign of life is late, that is not a reason to begin anew
 */
export async function claimLiveAnswers(
  owner: string,
  limit: number,
  followed: readonly string[],
): Promise<readonly ClaimedLiveAnswer[]> {
  const now = Date.now();
  const [until, heardAfter] = [new Date(now + LEASE_MS), new Date(now - IDLE_MS)];
  const claimed = await withSystem(
    (transaction) => transaction.$queryRaw<{ id: string; organizationId: string }[]>`
      update live_answers set lease_owner = ${owner}, lease_until = ${until}
      where id in (
        select id from live_answers
        where state = 'receiving' and last_chunk_at > ${heardAfter} and received_bytes > 0
          and (lease_until is null or lease_until < now()) and not (id = any(${[...followed]}))
        order by created_at limit ${limit} for update skip locked)
      returning id, organization_id as "organizationId"`,
  );
  return claimed.map(({ id, organizationId }) => ({ id, scope: mintOrganizationScope(organizationId) }));
}
