import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { EarshotError } from "@/lib/errors/error-codes";
import { SANDBOX_ANSWERS_A_DAY } from "@/lib/sandbox/constants";
import { countSandboxAnswers } from "@/lib/sandbox/data";

/**
 * Says when a test key's answers of the day are used up. Called under `lockSandbox`, so that the count is exact however
 * many come at once.
 *
 * @throws EarshotError `sandbox_limit_reached`, with the seconds until the next day
 */
export async function requireSandboxPlace(transaction: Transaction, scope: OrganizationScope): Promise<void> {
  const now = new Date();
  const midnight = new Date(now);
  midnight.setUTCHours(0, 0, 0, 0);
  const used = await countSandboxAnswers(transaction, scope, midnight);
  if (used < SANDBOX_ANSWERS_A_DAY) return;
  const seconds = Math.ceil((midnight.getTime() + 24 * 3_600_000 - now.getTime()) / 1_000);
  const detail = `Test keys score ${SANDBOX_ANSWERS_A_DAY} answers of your own a day (UTC); they are used up. Fixtures do not count.`;
  throw new EarshotError("sandbox_limit_reached", detail, [], seconds);
}
