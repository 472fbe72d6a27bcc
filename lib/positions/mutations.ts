import { recordAudit } from "@/lib/audit/mutations";
import type { Identity } from "@/lib/auth/identity";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import type { NewPosition, PositionChanges } from "@/lib/positions/schema";
import { getRoleBenchmark } from "@/lib/role-benchmarks/data";

/** @throws EarshotError `unknown_role_benchmark` */
export async function createPosition(identity: Identity, fields: NewPosition): Promise<string> {
  const { scope, actor, idempotencyKey } = identity;
  const { name, role_benchmark, external_id: externalId = null } = fields;
  const { key: roleKey } = await getRoleBenchmark(scope, role_benchmark);
  const id = createId("pos");
  await withOrganization(scope, async (transaction) => {
    await transaction.position.create({
      data: { id, organizationId: scope.organizationId, name, externalId, roleKey },
    });
    await noteResource(transaction, scope, idempotencyKey, id);
    await recordAudit(transaction, scope, actor, {
      ...{ action: "position.created", subjectType: "position" as const, subjectId: id },
    });
  });
  return id;
}

/** @throws EarshotError `not_found`, `unknown_role_benchmark` */
export async function updatePosition(identity: Identity, id: string, changes: PositionChanges): Promise<void> {
  const { scope, actor } = identity;
  const { name, role_benchmark, external_id: externalId, archived } = changes;
  if (role_benchmark !== undefined) await getRoleBenchmark(scope, role_benchmark);
  await withOrganization(scope, async (transaction) => {
    const { count } = await transaction.position.updateMany({
      where: { id, organizationId: scope.organizationId },
      data: {
        ...(name !== undefined && { name }),
        ...(externalId !== undefined && { externalId }),
        ...(role_benchmark !== undefined && { roleKey: role_benchmark }),
        ...(archived !== undefined && { archivedAt: archived ? new Date() : null }),
      },
    });
    if (count === 0) throw notFound();
    await recordAudit(transaction, scope, actor, {
      ...{ action: "position.changed", subjectType: "position" as const, subjectId: id },
      data: { changed: Object.keys(changes).sort().join(" ") },
    });
  });
}

/** Deletes a position that has no answers, nor a call that goes on. @throws EarshotError `not_found`; `conflict` */
export async function deletePosition({ scope, actor }: Identity, id: string): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    const [held] = await transaction.$queryRaw<unknown[]>`
      select 1 from positions where organization_id = ${organizationId} and id = ${id} for update`;
    if (!held) throw notFound();
    const answers = await transaction.answer.count({ where: { organizationId, positionId: id } });
    if (answers > 0) {
      const detail = `${answers} answers belong to this position. Archive it (PATCH archived: true), or erase them first.`;
      throw new EarshotError("conflict", detail);
    }
    const calls = await transaction.liveAnswer.count({
      where: { organizationId, state: "receiving", fields: { path: ["position_id"], equals: id } },
    });
    if (calls > 0) {
      const detail = `${calls} live answers of this position are open. Wait until they are over, or archive it.`;
      throw new EarshotError("conflict", detail);
    }
    await transaction.position.delete({ where: { id } });
    await recordAudit(transaction, scope, actor, {
      ...{ action: "position.deleted", subjectType: "position" as const, subjectId: id },
    });
  });
}

/**
 * Holds the position that an answer is to belong to, until the transaction that writes it ends.
 *
 * @param begun the answer began when the position was open: it may be archived since
 * @throws EarshotError `unknown_position` where it is not there, or archived
 */
export async function requirePosition(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  id: string | undefined,
  begun = false,
): Promise<string | null> {
  if (id === undefined) return null;
  const [found] = await transaction.$queryRaw<{ archived: boolean }[]>`
    select archived_at is not null as archived from positions
    where organization_id = ${organizationId} and id = ${id} for share`;
  if (found && (begun || !found.archived)) return id;
  const detail = found ? "This position is archived." : "There is no position with this id.";
  throw new EarshotError("unknown_position", detail, [{ pointer: "/position_id", code: "unknown_position", detail }]);
}

function notFound(): EarshotError {
  return new EarshotError("not_found", "There is no position with this id.");
}
