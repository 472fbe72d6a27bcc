import { database } from "@/lib/db/client";
import { prismaOptions, type Transaction, type TransactionOptions } from "@/lib/db/transaction";

/**
 * Runs `work` in one transaction that sees every organization's rows (role earshot_system). For what comes before the
 * tenant is known: an API key by its hash, a user by address with memberships, a job's upkeep, the seed. The import
 * rules allow it in lib/auth, lib/jobs and the seed alone. The audit log stays append-only here too.
 */
export function withSystem<T>(
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return database().$transaction(async (transaction) => {
    await transaction.$queryRaw`select set_config('role', 'earshot_system', true)`;
    return work(transaction);
  }, prismaOptions(options));
}
