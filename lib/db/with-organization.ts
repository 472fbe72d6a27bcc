import { database } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { prismaOptions, type Transaction, type TransactionOptions } from "@/lib/db/transaction";

/**
 * Runs `work` in one transaction that sees and writes one organization's rows, whatever its queries say: the role
 * earshot_app and the setting earshot.organization_id hold until the transaction ends, and row-level security reads them.
 * Built-in role benchmarks are readable too. Everything is rolled back when `work` throws.
 */
export function withOrganization<T>(
  scope: OrganizationScope,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return database().$transaction(async (transaction) => {
    // set_config(…, true) is SET LOCAL with a parameter; both in one round trip.
    await transaction.$queryRaw`select set_config('role', 'earshot_app', true),
      set_config('earshot.organization_id', ${scope.organizationId}, true)`;
    return work(transaction);
  }, prismaOptions(options));
}
