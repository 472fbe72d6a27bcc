import type { Transaction } from "@/lib/db/transaction";
import { withSystem } from "@/lib/db/with-system";
import { logger } from "@/lib/log/logger";

/** An account that is not what its entries and open runs add up to. Hundredths of a credit. */
export interface LedgerMismatch {
  readonly organizationId: string;
  readonly balance: number;
  /** What the entries say the balance is. */
  readonly balanceByEntries: number;
  readonly reserved: number;
  /** What the entries say is reserved. */
  readonly reservedByEntries: number;
  /** What open runs hold. */
  readonly reservedByRuns: number;
}

export interface LedgerProof {
  readonly provedAt: Date;
  readonly accounts: number;
  readonly mismatches: readonly LedgerMismatch[];
}

/** It reads the whole ledger. */
const PROOF_TIMEOUT_MS = 120_000;

let lastProof: LedgerProof | null = null;

/** The newest proof of this process, for its metrics; null before the first. */
export function findLastProof(): LedgerProof | null {
  return lastProof;
}

/**
 * Proves that every account is the sum of its ledger, and that what is reserved is what open runs hold. One statement, so
 * that all of it is of one moment while runs begin and end. Mismatches are logged as errors; nothing is mended, because
 * the ledger alone says what is right, and a person has to say why the rest differs.
 */
export async function proveLedger(): Promise<LedgerProof> {
  const rows = await withSystem(readSums, { timeoutMs: PROOF_TIMEOUT_MS });
  const mismatches = rows.filter(isMismatch);
  lastProof = { provedAt: new Date(), accounts: rows.length, mismatches };
  for (const mismatch of mismatches) logger().error(toLogFields(mismatch), "credits: account and ledger disagree");
  logger().info({ accounts: rows.length, mismatches: mismatches.length }, "credits: ledger proved");
  return lastProof;
}

async function readSums(transaction: Transaction): Promise<LedgerMismatch[]> {
  await transaction.$queryRaw`select set_config('statement_timeout', ${String(PROOF_TIMEOUT_MS)}, true)`;
  return transaction.$queryRaw<LedgerMismatch[]>`
    with entries as (
      select organization_id, sum(balance_change)::int as balance, sum(reserved_change)::int as reserved
      from credit_entries group by organization_id
    ), runs as (
      select organization_id, sum(reserved)::int as reserved
      from scoring_runs where state in ('waiting', 'dispatched') group by organization_id
    )
    select organization_id as "organizationId",
           coalesce(account.balance, 0) as "balance", coalesce(entries.balance, 0) as "balanceByEntries",
           coalesce(account.reserved, 0) as "reserved", coalesce(entries.reserved, 0) as "reservedByEntries",
           coalesce(runs.reserved, 0) as "reservedByRuns"
    from credit_accounts account
    full join entries using (organization_id)
    full join runs using (organization_id)
    order by 1`;
}

function isMismatch(row: LedgerMismatch): boolean {
  const { balance, balanceByEntries, reserved, reservedByEntries, reservedByRuns } = row;
  return balance !== balanceByEntries || reserved !== reservedByEntries || reserved !== reservedByRuns;
}

function toLogFields(mismatch: LedgerMismatch) {
  const { organizationId, ...sums } = mismatch;
  return { organization_id: organizationId, ...sums };
}
