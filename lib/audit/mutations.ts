import type { Actor } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";

export interface AuditEvent {
  /** "assessment.created", "transcript.added", … */
  readonly action: string;
  readonly subjectType:
    | "assessment"
    | "answer"
    | "api_key"
    | "webhook_endpoint"
    | "organization"
    | "role_benchmark"
    | "position"
    | "candidate";
  readonly subjectId: string;
  /** Facts that explain the event; no personal data, because this log cannot be erased. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes into the append-only log, in the transaction of what it tells about: both stay or neither. */
export async function recordAudit(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  actor: Actor,
  { action, subjectType, subjectId, data = {} }: AuditEvent,
): Promise<void> {
  await transaction.$executeRaw`
    insert into audit_log (organization_id, actor_type, actor_id, action, subject_type, subject_id, data)
    values (${organizationId}, ${actor.type}, ${actor.id}, ${action}, ${subjectType}, ${subjectId}, ${data}::jsonb)`;
}
