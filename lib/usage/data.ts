import type { AssessmentStatus } from "@/lib/db/generated/enums";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";

/** How a call stands now; what was erased is known from the audit log alone. */
export type CallStatus = AssessmentStatus | "erased";

/** What happened on one day of UTC. */
export interface DayOfUsage {
  /** "2026-01-31" */
  readonly date: string;
  /** Calls of live keys by how they stand now. */
  readonly byStatus: Partial<Record<CallStatus, number>>;
  readonly testCalls: number;
  /** Hundredths of a credit that were settled on that day. */
  readonly charged: number;
}

interface CountRow {
  readonly date: string;
  readonly status: CallStatus;
  readonly livemode: boolean;
  readonly calls: number;
}

/** Every day from `first` to `last`, both included; days on which nothing happened too. */
export async function listDaysOfUsage(
  scope: OrganizationScope,
  { first, last }: { readonly first: string; readonly last: string },
): Promise<readonly DayOfUsage[]> {
  const { organizationId } = scope;
  const { counts, charges, dates } = await withOrganization(scope, async (transaction) => ({
    counts: await transaction.$queryRaw<CountRow[]>`
      select to_char(taken.created_at at time zone 'UTC', 'YYYY-MM-DD') as date,
             coalesce(assessment.status::text, 'erased') as status,
             coalesce(assessment.livemode, (taken.data->>'livemode')::boolean, true) as livemode,
             count(*)::int as calls
      from audit_log taken
      left join assessments assessment
        on assessment.organization_id = taken.organization_id and assessment.id = taken.subject_id
      where taken.organization_id = ${organizationId} and taken.action = 'assessment.created'
        and taken.created_at >= ${first}::date::timestamp at time zone 'UTC'
        and taken.created_at < (${last}::date + 1)::timestamp at time zone 'UTC'
      group by 1, 2, 3`,
    charges: await transaction.$queryRaw<{ date: string; charged: number }[]>`
      select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as date, -sum(balance_change)::int as charged
      from credit_entries
      where organization_id = ${organizationId} and kind = 'settle'
        and created_at >= ${first}::date::timestamp at time zone 'UTC'
        and created_at < (${last}::date + 1)::timestamp at time zone 'UTC'
      group by 1`,
    dates: await transaction.$queryRaw<{ date: string }[]>`
      select to_char(day, 'YYYY-MM-DD') as date from generate_series(${first}::date, ${last}::date, '1 day') as day`,
  }));
  return dates.map(({ date }) => {
    const ofDay = counts.filter((row) => row.date === date);
    return {
      date,
      byStatus: Object.fromEntries(ofDay.filter((row) => row.livemode).map(({ status, calls }) => [status, calls])),
      testCalls: ofDay.filter((row) => !row.livemode).reduce((sum, { calls }) => sum + calls, 0),
      charged: charges.find((row) => row.date === date)?.charged ?? 0,
    };
  });
}
