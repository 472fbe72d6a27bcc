import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";

/** One organization's sandbox is counted by one transaction at a time. Taken before the queue's lock, and candidates'. */
export async function lockSandbox(transaction: Transaction, { organizationId }: OrganizationScope): Promise<void> {
  await transaction.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(${`sandbox/${organizationId}`}, 0))::text`;
}

/**
 * Answers of an organization's own that test keys sent since a time. Counted in the audit log, which keeps those that were
 * erased or refused meanwhile; results for other roles and fixtures are not answers of their own.
 */
export async function countSandboxAnswers(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  since: Date,
): Promise<number> {
  const [row] = await transaction.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from audit_log
    where organization_id = ${organizationId} and action = 'assessment.created' and created_at >= ${since}
      and data->>'livemode' = 'false' and data->>'rescored_from' is null and data->>'fixture' is null`;
  return row?.count ?? 0;
}
