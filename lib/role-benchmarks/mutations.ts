import { recordAudit } from "@/lib/audit/mutations";
import type { Identity } from "@/lib/auth/identity";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { MAX_OWN_ROLES, MAX_VERSIONS } from "@/lib/role-benchmarks/constants";
import type { NewRoleBenchmark, NewVersion } from "@/lib/role-benchmarks/schema";
import { findBuiltInRole } from "@/scoring/benchmarks/built-in-roles";
import { roleWeightsSchema } from "@/scoring/benchmarks/role-benchmark-schema";

/** @throws EarshotError `conflict` where the key is taken, or there are too many */
export async function createRoleBenchmark(identity: Identity, fields: NewRoleBenchmark): Promise<void> {
  const { scope } = identity;
  const { organizationId } = scope;
  const { key } = fields;
  if (findBuiltInRole(key)) throw conflict(`"${key}" is built in. Choose another key.`);
  await withOrganization(scope, async (transaction) => {
    await lockRoles(transaction, scope);
    if ((await transaction.roleBenchmark.count({ where: { organizationId, key } })) > 0) {
      throw conflict(`There is a role benchmark "${key}" already. POST its next version to /versions.`);
    }
    const roles = await transaction.roleBenchmark.findMany({
      where: { organizationId },
      distinct: ["key"],
      select: { key: true },
    });
    if (roles.length >= MAX_OWN_ROLES) throw conflict(`There are ${roles.length} role benchmarks, as many as may be.`);
    await insertVersion(transaction, identity, { ...fields, version: 1 });
  });
}

/**
 * Adds a version; results keep the one that they were made with.
 *
 * @throws EarshotError `not_found`; `conflict` for a built-in or an archived one, or after too many versions
 */
export async function createRoleVersion(identity: Identity, key: string, changes: NewVersion): Promise<void> {
  const { scope } = identity;
  await withOrganization(scope, async (transaction) => {
    const latest = await requireOwnRole(transaction, scope, key);
    if (latest.archivedAt !== null) throw conflict(`The role benchmark "${key}" is archived.`);
    if (latest.version >= MAX_VERSIONS) throw conflict(`There are ${latest.version} versions, as many as may be.`);
    const { name = latest.name, bar = latest.bar, weights = roleWeightsSchema.parse(latest.weights) } = changes;
    await insertVersion(transaction, identity, { key, name, bar, weights, version: latest.version + 1 });
  });
}

/** Takes a role out of use: no new result can name it. Doing it twice is no error. @throws EarshotError as above */
export async function archiveRoleBenchmark({ scope, actor, idempotencyKey }: Identity, key: string): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    const { id, archivedAt } = await requireOwnRole(transaction, scope, key);
    await noteResource(transaction, scope, idempotencyKey, key);
    if (archivedAt !== null) return;
    await transaction.roleBenchmark.updateMany({ where: { organizationId, key }, data: { archivedAt: new Date() } });
    const data = { key };
    await recordAudit(transaction, scope, actor, {
      ...{ action: "role_benchmark.archived", subjectType: "role_benchmark" as const, subjectId: id, data },
    });
  });
}

/** One organization's roles change in one transaction at a time: two must not write the same version. */
async function lockRoles(transaction: Transaction, { organizationId }: OrganizationScope): Promise<void> {
  await transaction.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(${`role_benchmarks/${organizationId}`}, 0))::text`;
}

async function requireOwnRole(transaction: Transaction, scope: OrganizationScope, key: string) {
  await lockRoles(transaction, scope);
  const latest = await transaction.roleBenchmark.findFirst({
    where: { organizationId: scope.organizationId, key },
    orderBy: { version: "desc" },
  });
  if (latest) return latest;
  if (findBuiltInRole(key))
    throw conflict(`"${key}" is built in and stays as it is. Create a role benchmark of your own.`);
  throw new EarshotError("not_found", "There is no role benchmark with this key.");
}

async function insertVersion(
  transaction: Transaction,
  { scope, actor, idempotencyKey }: Identity,
  role: NewRoleBenchmark & { readonly version: number },
): Promise<void> {
  const id = createId("rol");
  await transaction.roleBenchmark.create({ data: { id, organizationId: scope.organizationId, ...role } });
  await noteResource(transaction, scope, idempotencyKey, role.key);
  const { key, version, bar } = role;
  await recordAudit(transaction, scope, actor, {
    ...{
      action: version === 1 ? "role_benchmark.created" : "role_benchmark.changed",
      subjectType: "role_benchmark" as const,
    },
    ...{ subjectId: id, data: { key, version, bar } },
  });
}

function conflict(detail: string): EarshotError {
  return new EarshotError("conflict", detail);
}
