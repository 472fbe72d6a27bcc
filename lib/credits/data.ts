import type { CreditEntry } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import type { KeysetCursor } from "@/lib/http/cursor";
import { type Page, type PageRequest, toPage } from "@/lib/http/page";

/** What an organization has, in hundredths of a credit, and what one credit costs it. */
export interface CreditAccountView {
  readonly balance: number;
  readonly reserved: number;
  /** Hundredths of the currency (ISO 4217) for one credit; null where no price is set. */
  readonly price: { readonly amount: number; readonly currency: string } | null;
}

export function getCreditAccount(scope: OrganizationScope): Promise<CreditAccountView> {
  return withOrganization(scope, (transaction) => readCreditAccount(transaction, scope));
}

async function readCreditAccount(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
): Promise<CreditAccountView> {
  const account = await transaction.creditAccount.findUnique({ where: { organizationId } });
  const { creditPrice, creditCurrency } = await transaction.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { creditPrice: true, creditCurrency: true },
  });
  const price =
    creditPrice === null || creditCurrency === null ? null : { amount: creditPrice, currency: creditCurrency };
  return { balance: account?.balance ?? 0, reserved: account?.reserved ?? 0, price };
}

export type LedgerEntry = Omit<CreditEntry, "id"> & { readonly id: string };

/** An account with one page of its ledger, newest first by its own numbering: both of the same moment. */
export interface CreditsPage {
  readonly account: CreditAccountView;
  readonly entries: Page<LedgerEntry>;
}

/** @throws EarshotError `invalid_request` for another list's cursor */
export async function getCreditsPage(scope: OrganizationScope, request: PageRequest): Promise<CreditsPage> {
  const { organizationId } = scope;
  const before = request.cursor ? toEntryNumber(request.cursor) : null;
  return withOrganization(scope, async (transaction) => {
    // No entry comes in while this is held: each one changes the account.
    await transaction.$queryRaw`select 1 from credit_accounts where organization_id = ${organizationId} for share`;
    const account = await readCreditAccount(transaction, scope);
    const rows = await transaction.creditEntry.findMany({
      where: { organizationId, ...(before !== null && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: request.limit + 1,
    });
    const entries = rows.map((row) => ({ ...row, id: String(row.id) }));
    return { account, entries: toPage(entries, request.limit) };
  });
}

/** The number of a ledger entry in a cursor; those of other lists name their rows otherwise. */
function toEntryNumber({ id }: KeysetCursor): bigint {
  if (/^\d{1,18}$/.test(id)) return BigInt(id);
  const detail = "This cursor belongs to another list: take next_cursor of the page before, or leave it out.";
  throw new EarshotError("invalid_request", detail, [{ pointer: "/cursor", code: "invalid_request", detail }]);
}
