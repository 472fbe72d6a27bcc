import type { PgBoss } from "pg-boss";
import { formatCredits } from "@/lib/credits/format-credits";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { recordEvent } from "@/lib/webhook-deliveries/mutations";

/** What a run reserves credits for. */
export interface CreditedRun {
  readonly runId: string;
  readonly assessmentId: string;
}

/**
 * Reserves credits for a run, in the transaction that creates it. The account's row stays locked until that ends, so two
 * requests cannot both take the last credit.
 *
 * @param cost hundredths; 0 reserves nothing
 * @throws EarshotError `insufficient_credits`, with cost and balance
 */
export async function reserveCredits(
  transaction: Transaction,
  scope: OrganizationScope,
  { runId, assessmentId }: CreditedRun,
  cost: number,
): Promise<void> {
  const { organizationId } = scope;
  if (cost === 0) return;
  await requireCredits(transaction, scope, cost);
  await transaction.creditEntry.create({
    data: { organizationId, kind: "reserve", balanceChange: 0, reservedChange: cost, runId, assessmentId },
    select: { id: true },
  });
}

/**
 * Holds the account until the transaction ends, and says when too little is free in it.
 *
 * @throws EarshotError `insufficient_credits`, with cost and balance
 */
export async function requireCredits(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  cost: number,
): Promise<void> {
  if (cost === 0) return;
  const [account] = await transaction.$queryRaw<{ balance: number; reserved: number }[]>`
    select balance, reserved from credit_accounts where organization_id = ${organizationId} for update`;
  const { balance, reserved } = account ?? { balance: 0, reserved: 0 };
  if (balance - reserved < cost) throw insufficientCredits(cost, balance, reserved);
}

/**
 * Ends a run's reservation: what was used is taken from the balance, the rest is free again. With nothing used it is
 * a release. The database refuses a second end.
 *
 * @param reserved hundredths that the run reserved; 0 = it was free and nothing is written
 */
export async function settleCredits(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  { runId, assessmentId }: CreditedRun,
  { reserved, charged }: { readonly reserved: number; readonly charged: number },
): Promise<void> {
  if (reserved === 0) return;
  const kind = charged === 0 ? "release" : "settle";
  await transaction.creditEntry.create({
    // Not -charged: the negative of 0 is -0, which the driver would send as such.
    data: { organizationId, kind, balanceChange: 0 - charged, reservedChange: 0 - reserved, runId, assessmentId },
    select: { id: true },
  });
}

/** Below this share of the last top-up a balance is low. */
const LOW_SHARE = 0.1;

/** Tells an organization once when a charge brings its balance below a tenth of the last top-up. */
export async function tellOfLowCredits(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  charged: number,
): Promise<void> {
  if (charged === 0) return;
  const { organizationId } = scope;
  const [state] = await transaction.$queryRaw<{ balance: number; lastTopUp: number }[]>`
    select account.balance, top_up.balance_change as "lastTopUp"
    from credit_accounts account, lateral (
      select balance_change from credit_entries
      where organization_id = account.organization_id and kind = 'top_up' and balance_change > 0
      order by id desc limit 1
    ) top_up
    where account.organization_id = ${organizationId}`;
  if (!state) return;
  const low = state.lastTopUp * LOW_SHARE;
  if (state.balance >= low || state.balance + charged < low) return;
  const event = { type: "credits.low" as const, id: organizationId, external_id: null, status: "low", livemode: true };
  await recordEvent(transaction, scope, boss, event);
}

/**
 * Adds credits, or takes some back with a negative number.
 *
 * @throws EarshotError `conflict` when it would take back more than is free
 */
export async function topUpCredits(scope: OrganizationScope, hundredths: number, note: string): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async (transaction) => {
    const [account] = await transaction.$queryRaw<{ free: number }[]>`
      select balance - reserved as free from credit_accounts where organization_id = ${organizationId} for update`;
    const free = account?.free ?? 0;
    if (free + hundredths < 0) {
      throw new EarshotError("conflict", `Only ${formatCredits(free)} credits are free: no more can be taken back.`);
    }
    await transaction.creditEntry.create({
      data: { organizationId, kind: "top_up", balanceChange: hundredths, reservedChange: 0, note },
      select: { id: true },
    });
  });
}

function insufficientCredits(cost: number, balance: number, reserved: number): EarshotError {
  const facts = {
    cost: formatCredits(cost),
    balance: formatCredits(balance),
    available: formatCredits(balance - reserved),
  };
  const held = `of which ${formatCredits(reserved)} are reserved by runs that are not over`;
  const detail = `This costs up to ${facts.cost} credits. The balance is ${facts.balance}, ${held}: ${facts.available} are free. Nothing was charged or kept. Top up, or wait for running answers to be settled.`;
  return new EarshotError("insufficient_credits", detail, [], null, facts);
}
