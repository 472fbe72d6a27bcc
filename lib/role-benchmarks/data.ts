import { EarshotError } from "@/lib/errors/error-codes";
import { Prisma, type RoleBenchmark as RoleBenchmarkRow } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import type { Page, PageRequest } from "@/lib/http/page";
import { MAX_VERSIONS } from "@/lib/role-benchmarks/constants";
import { BUILT_IN_ROLES } from "@/scoring/benchmarks/built-in-roles";
import { type RoleBenchmark, roleWeightsSchema } from "@/scoring/benchmarks/role-benchmark-schema";

const CURSOR_TIME = new Date("2020-01-01T00:00:00.000Z");

/**
 * Every role that the organization may name, latest version each: the built-in ones, and its own, which take
 * precedence under the same key. Archived ones are left out.
 */
export async function listRoleBenchmarks(scope: OrganizationScope): Promise<RoleBenchmark[]> {
  return withOrganization(scope, (transaction) => readRoleBenchmarks(transaction, scope));
}

async function readRoleBenchmarks(
  { roleBenchmark }: Transaction,
  { organizationId }: OrganizationScope,
): Promise<RoleBenchmark[]> {
  const where = { organizationId, archivedAt: null };
  const rows = await roleBenchmark.findMany({ where, orderBy: { version: "asc" } });
  const byKey = new Map(BUILT_IN_ROLES.map((role) => [role.key, role]));
  for (const row of rows) byKey.set(row.key, toRoleBenchmark(row));
  return [...byKey.values()];
}

/** @throws EarshotError `unknown_role_benchmark`, naming the known ones */
export async function getRoleBenchmark(scope: OrganizationScope, key: string): Promise<RoleBenchmark> {
  const roles = await listRoleBenchmarks(scope);
  return roles.find((role) => role.key === key) ?? refuseUnknownRole(roles, key);
}

function refuseUnknownRole(roles: readonly RoleBenchmark[], key: string): never {
  const known = roles.map((candidate) => candidate.key).join(", ");
  const detail = `There is no role benchmark "${key.slice(0, 60)}". Known: ${known}.`;
  throw new EarshotError("unknown_role_benchmark", detail, [
    { pointer: "/role_benchmark", code: "unknown_role_benchmark", detail },
  ]);
}

/** The version in force of a role of the organization's own, as an expression; null where the key is none of its own. */
export function ownRoleVersion({ organizationId }: OrganizationScope, key: string): Prisma.Sql {
  return Prisma.sql`(select max(role.version) from role_benchmarks role
    where role.organization_id = ${organizationId} and role.key = ${key} and role.archived_at is null)`;
}

/**
 * The version of the role that a new result is weighed with, once `ownRoleVersion` was read.
 *
 * @throws EarshotError `unknown_role_benchmark`, naming the known ones
 */
export async function roleVersionInForce(
  transaction: Transaction,
  scope: OrganizationScope,
  key: string,
  own: number | null,
): Promise<number> {
  const version = own ?? BUILT_IN_ROLES.find((role) => role.key === key)?.version;
  return version ?? refuseUnknownRole(await readRoleBenchmarks(transaction, scope), key);
}

/** Finds the exact versions that results were made with; those never change. */
export type RoleVersions = (key: string, version: number) => RoleBenchmark;

/** The version of a role that a result was made with. */
export interface RolePin {
  readonly roleKey: string;
  readonly roleVersion: number;
}

/** Loads the versions that `pins` name, archived ones included. */
export async function loadRoleVersions(scope: OrganizationScope, pins: readonly RolePin[]): Promise<RoleVersions> {
  return withOrganization(scope, (transaction) => readRoleVersions(transaction, scope, pins));
}

/** The same, in a transaction that reads what names them. */
export async function readRoleVersions(
  { roleBenchmark }: Transaction,
  { organizationId }: OrganizationScope,
  pins: readonly RolePin[],
): Promise<RoleVersions> {
  if (pins.length === 0) return toRoleVersions([]);
  const keys = [...new Set(pins.map((pin) => pin.roleKey))];
  return toRoleVersions(await roleBenchmark.findMany({ where: { organizationId, key: { in: keys } } }));
}

function toRoleVersions(rows: readonly RoleBenchmarkRow[]): RoleVersions {
  const roles = [...rows.map(toRoleBenchmark), ...BUILT_IN_ROLES];
  return (key, version) => {
    const role = roles.find((candidate) => candidate.key === key && candidate.version === version);
    if (!role) throw new Error(`Role benchmark ${key} version ${version} is gone, though results refer to it.`);
    return role;
  };
}

/** A role as the API shows it: with where it comes from. */
export interface RoleBenchmarkView extends RoleBenchmark {
  readonly builtIn: boolean;
  readonly archivedAt: Date | null;
  readonly createdAt: Date | null;
}

/** The latest version of a role, archived or not. @throws EarshotError `not_found` */
export async function getRoleBenchmarkView(scope: OrganizationScope, key: string): Promise<RoleBenchmarkView> {
  const [latest] = await listRoleVersions(scope, key);
  if (!latest) throw new EarshotError("not_found", "There is no role benchmark with this key.");
  return latest;
}

/** All versions of a role, the newest first; empty where there is none. */
export async function listRoleVersions(scope: OrganizationScope, key: string): Promise<readonly RoleBenchmarkView[]> {
  const rows = await withOrganization(scope, ({ roleBenchmark }) =>
    roleBenchmark.findMany({
      where: { organizationId: scope.organizationId, key },
      orderBy: { version: "desc" },
      take: MAX_VERSIONS,
    }),
  );
  if (rows.length > 0) return rows.map(toView);
  return BUILT_IN_ROLES.filter((role) => role.key === key).map(ofBuiltIn);
}

/** One page of the roles that may be named, by key. */
export async function listRoleBenchmarkViews(
  scope: OrganizationScope,
  { limit, cursor }: PageRequest,
): Promise<Page<RoleBenchmarkView>> {
  const rows = await withOrganization(scope, ({ roleBenchmark }) =>
    roleBenchmark.findMany({
      where: { organizationId: scope.organizationId, archivedAt: null },
      orderBy: { version: "asc" },
    }),
  );
  const byKey = new Map(BUILT_IN_ROLES.map((role) => [role.key, ofBuiltIn(role)]));
  for (const row of rows) byKey.set(row.key, toView(row));
  const sorted = [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const after = sorted.filter(({ key }) => cursor === undefined || key > cursor.id);
  const items = after.slice(0, limit);
  const last = items.at(-1);
  // Keys alone order this list; the time in its cursors says nothing.
  return { items, nextCursor: after.length > limit && last ? { createdAt: CURSOR_TIME, id: last.key } : null };
}

function toView(row: RoleBenchmarkRow): RoleBenchmarkView {
  return { ...toRoleBenchmark(row), builtIn: false, archivedAt: row.archivedAt, createdAt: row.createdAt };
}

function ofBuiltIn(role: RoleBenchmark): RoleBenchmarkView {
  return { ...role, builtIn: true, archivedAt: null, createdAt: null };
}

function toRoleBenchmark({ key, name, version, weights, bar }: RoleBenchmarkRow): RoleBenchmark {
  return { key, name, version, weights: roleWeightsSchema.parse(weights), bar };
}
