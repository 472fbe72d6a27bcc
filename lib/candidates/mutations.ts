import { recordAudit } from "@/lib/audit/mutations";
import type { Identity } from "@/lib/auth/identity";
import type { CandidateChanges, CandidateFields } from "@/lib/candidates/schema";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { forgetResource, noteResource } from "@/lib/idempotency/idempotency-records";

/** @throws EarshotError `conflict` where the external id is another's */
export async function createCandidate(
  { scope, actor, idempotencyKey }: Identity,
  fields: CandidateFields,
): Promise<string> {
  return withOrganization(scope, async (transaction) => {
    await lockCandidates(transaction, scope);
    await refuseTakenExternalId(transaction, scope, fields.external_id ?? null, null);
    const id = await insertCandidate(transaction, scope, fields);
    await noteResource(transaction, scope, idempotencyKey, id);
    await recordAudit(transaction, scope, actor, {
      ...{ action: "candidate.created", subjectType: "candidate" as const, subjectId: id },
    });
    return id;
  });
}

/**
 * The person that an answer names, in the transaction that writes the answer: the one with the same external id, whose name
 * and address are brought up to date, or a new one. Without an external id nobody can be told to be the same.
 *
 * @returns null where the request names nobody
 */
export async function findOrCreateCandidate(
  transaction: Transaction,
  scope: OrganizationScope,
  fields: CandidateFields | undefined,
): Promise<string | null> {
  if (!fields || Object.values(fields).every((value) => value === undefined)) return null;
  const { organizationId } = scope;
  const { external_id: externalId, name, email } = fields;
  if (externalId === undefined) return insertCandidate(transaction, scope, fields);
  await lockCandidates(transaction, scope);
  const known = await transaction.candidate.findFirst({ where: { organizationId, externalId } });
  if (!known) return insertCandidate(transaction, scope, fields);
  const news = { ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
  if (Object.keys(news).length > 0) {
    await transaction.candidate.update({ where: { id: known.id }, data: news, select: { id: true } });
  }
  return known.id;
}

/** @throws EarshotError `not_found`; `conflict` where the external id is another's */
export async function updateCandidate(
  { scope, actor }: Identity,
  id: string,
  changes: CandidateChanges,
): Promise<void> {
  const { organizationId } = scope;
  const { external_id: externalId, name, email } = changes;
  await withOrganization(scope, async (transaction) => {
    await lockCandidates(transaction, scope);
    await refuseTakenExternalId(transaction, scope, externalId ?? null, id);
    const { count } = await transaction.candidate.updateMany({
      where: { id, organizationId },
      data: {
        ...(externalId !== undefined && { externalId }),
        ...(name !== undefined && { name }),
        ...(email !== undefined && { email }),
      },
    });
    if (count === 0) throw new EarshotError("not_found", "There is no candidate with this id.");
    await recordAudit(transaction, scope, actor, {
      ...{ action: "candidate.changed", subjectType: "candidate" as const, subjectId: id },
      data: { changed: Object.keys(changes).sort().join(" ") },
    });
  });
}

/** Erases the row of a person whose answers are erased, with kept answers to requests about it. */
export async function deleteCandidate({ scope, actor }: Identity, id: string, answers: number): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    // An answer that came in meanwhile goes on without the person's name.
    await transaction.answer.updateMany({ where: { organizationId, candidateId: id }, data: { candidateId: null } });
    await transaction.candidate.deleteMany({ where: { id, organizationId } });
    await forgetResource(transaction, scope, [id]);
    await recordAudit(transaction, scope, actor, {
      ...{ action: "candidate.erased", subjectType: "candidate" as const, subjectId: id, data: { answers } },
    });
  });
}

/** Two at once must not both be the first with an external id. Taken before the queue's lock wherever both are. */
export async function lockCandidates(transaction: Transaction, { organizationId }: OrganizationScope): Promise<void> {
  await transaction.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(${`candidates/${organizationId}`}, 0))::text`;
}

async function refuseTakenExternalId(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  externalId: string | null,
  own: string | null,
): Promise<void> {
  if (externalId === null) return;
  const other = await transaction.candidate.findFirst({ where: { organizationId, externalId } });
  if (!other || other.id === own) return;
  const detail = `The candidate ${other.id} has this external_id.`;
  throw new EarshotError("conflict", detail, [{ pointer: "/external_id", code: "conflict", detail }]);
}

async function insertCandidate(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  { external_id: externalId, name, email }: CandidateFields,
): Promise<string> {
  const id = createId("cnd");
  await transaction.candidate.create({
    data: { id, organizationId, externalId: externalId ?? null, name: name ?? null, email: email ?? null },
    select: { id: true },
  });
  return id;
}
