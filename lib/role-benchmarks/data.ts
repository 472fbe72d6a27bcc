import { EarshotError } from "@/lib/errors/error-codes";
import type { RoleBenchmark as RoleBenchmarkRow } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { BUILT_IN_ROLES } from "@/scoring/benchmarks/built-in-roles";
import { type RoleBenchmark, roleWeightsSchema } from "@/scoring/benchmarks/role-benchmark-schema";

/**
 * Every role that the organization may name, latest version each: the built-in ones, and its own, which take
 * precedence under the same key. Archived ones are left out.
 */
export async function listRoleBenchmarks(scope: OrganizationScope): Promise<RoleBenchmark[]> {
  const rows = await withOrganization(scope, (transaction) =>
    transaction.roleBenchmark.findMany({
      where: { organizationId: scope.organizationId, archivedAt: null },
      orderBy: { version: "asc" },
    }),
  );
  const byKey = new Map(BUILT_IN_ROLES.map((role) => [role.key, role]));
  for (const row of rows) byKey.set(row.key, toRoleBenchmark(row));
  return [...byKey.values()];
}

/** @throws EarshotError `unknown_role_benchmark`, naming the known ones */
export async function getRoleBenchmark(scope: OrganizationScope, key: string): Promise<RoleBenchmark> {
  const roles = await listRoleBenchmarks(scope);
  const role = roles.find((candidate) => candidate.key === key);
  if (role) return role;
  const known = roles.map((candidate) => candidate.key).join(", ");
  const detail = `There is no role benchmark "${key.slice(0, 60)}". Known: ${known}.`;
  throw new EarshotError("unknown_role_benchmark", detail, [
    { pointer: "/role_benchmark", code: "unknown_role_benchmark", detail },
  ]);
}

/** Finds the exact versions that results were made with; those never change. */
export type RoleVersions = (key: string, version: number) => RoleBenchmark;

/** Loads the versions that `pins` name, archived ones included. */
export async function loadRoleVersions(
  scope: OrganizationScope,
  pins: readonly { readonly roleKey: string; readonly roleVersion: number }[],
): Promise<RoleVersions> {
  const keys = [...new Set(pins.map((pin) => pin.roleKey))];
  const rows = await withOrganization(scope, (transaction) =>
    transaction.roleBenchmark.findMany({ where: { organizationId: scope.organizationId, key: { in: keys } } }),
  );
  const roles = [...rows.map(toRoleBenchmark), ...BUILT_IN_ROLES];
  return (key, version) => {
    const role = roles.find((candidate) => candidate.key === key && candidate.version === version);
    if (!role) throw new Error(`Role benchmark ${key} version ${version} is gone, though results refer to it.`);
    return role;
  };
}

function toRoleBenchmark({ key, name, version, weights, bar }: RoleBenchmarkRow): RoleBenchmark {
  return { key, name, version, weights: roleWeightsSchema.parse(weights), bar };
}
