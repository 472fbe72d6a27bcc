import { createId } from "@/lib/db/ids";
import type { Transaction } from "@/lib/db/transaction";
import { BUILT_IN_ROLES } from "@/scoring/benchmarks/built-in-roles";

/** Writes the shipped roles that are not there yet. A version that is there is never changed: results pin it. */
export async function seedBuiltInRoles(transaction: Transaction): Promise<void> {
  for (const { key, name, version, weights, bar } of BUILT_IN_ROLES) {
    const found = await transaction.roleBenchmark.findFirst({ where: { organizationId: null, key, version } });
    if (found !== null) continue;
    await transaction.roleBenchmark.create({ data: { id: createId("rol"), key, name, version, weights, bar } });
  }
}
