import type { MembershipRole } from "@/lib/db/generated/enums";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import type { OrganizationScope } from "@/lib/db/scope";
import { withSystem } from "@/lib/db/with-system";
import type { SessionClaims } from "@/lib/auth/session-claims";

export interface Member {
  readonly scope: OrganizationScope;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly organizationName: string;
  readonly role: MembershipRole;
}

/** The member that a session speaks of, as of now: who was removed is out with the next request. */
export async function findMember({ userId, organizationId }: SessionClaims): Promise<Member | null> {
  const membership = await withSystem((transaction) =>
    transaction.membership.findUnique({
      where: { organizationId_userId: { organizationId, userId } },
      select: { role: true, user: { select: { name: true, email: true } }, organization: { select: { name: true } } },
    }),
  );
  if (!membership) return null;
  return {
    scope: mintOrganizationScope(organizationId),
    userId,
    name: membership.user.name,
    email: membership.user.email,
    organizationName: membership.organization.name,
    role: membership.role,
  };
}
