import type { OrganizationScope } from "@/lib/db/scope";
import { type PageRequest, toPageJson } from "@/lib/http/page";
import { Reply } from "@/lib/http/reply";
import {
  getRoleBenchmarkView,
  listRoleBenchmarkViews,
  listRoleVersions,
  type RoleBenchmarkView,
} from "@/lib/role-benchmarks/data";
import type { RoleBenchmarkJson } from "@/lib/role-benchmarks/schema";
import { EarshotError } from "@/lib/errors/error-codes";

/** A role's latest version as the API shows it. @throws EarshotError `not_found` */
export async function readRoleBenchmark(scope: OrganizationScope, key: string): Promise<RoleBenchmarkJson> {
  return toRoleBenchmarkJson(await getRoleBenchmarkView(scope, key));
}

/** The same for a role or version that was just made. */
export async function createdRoleBenchmark(scope: OrganizationScope, key: string): Promise<Reply<RoleBenchmarkJson>> {
  return Reply.json(201, await readRoleBenchmark(scope, key), { Location: `/v1/role-benchmarks/${key}` });
}

export async function readRoleBenchmarkPage(scope: OrganizationScope, request: PageRequest) {
  return toPageJson(await listRoleBenchmarkViews(scope, request), toRoleBenchmarkJson);
}

/** Every version, the newest first. @throws EarshotError `not_found` */
export async function readRoleVersions(scope: OrganizationScope, key: string) {
  const versions = await listRoleVersions(scope, key);
  if (versions.length === 0) throw new EarshotError("not_found", "There is no role benchmark with this key.");
  return { data: versions.map(toRoleBenchmarkJson), has_more: false, next_cursor: null };
}

function toRoleBenchmarkJson(role: RoleBenchmarkView): RoleBenchmarkJson {
  const { key, version, name, weights, bar, builtIn, archivedAt, createdAt } = role;
  return {
    ...{ object: "role_benchmark" as const, key, version, name, weights, bar },
    ...{ built_in: builtIn, archived: archivedAt !== null, created_at: createdAt?.toISOString() ?? null },
  };
}
