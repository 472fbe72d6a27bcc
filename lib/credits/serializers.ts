import { CREDIT } from "@/lib/credits/constants";
import type { CreditAccountView, CreditsPage, LedgerEntry } from "@/lib/credits/data";
import { formatCredits } from "@/lib/credits/format-credits";
import type { CreditsJson } from "@/lib/credits/schema";
import { toPageJson } from "@/lib/http/page";

export function toCreditsJson({ account, entries }: CreditsPage): CreditsJson {
  const { balance, reserved } = account;
  return {
    object: "credits",
    balance: formatCredits(balance),
    reserved: formatCredits(reserved),
    available: formatCredits(balance - reserved),
    price_per_credit: toPriceJson(account.price),
    ...toPageJson(entries, toEntryJson),
  };
}

/** Hundredths of a currency as decimals: "0.80". */
export function toPriceJson(price: CreditAccountView["price"]) {
  return price && { amount: (price.amount / CREDIT).toFixed(2), currency: price.currency };
}

function toEntryJson(entry: LedgerEntry): CreditsJson["data"][number] {
  return {
    id: entry.id,
    kind: entry.kind,
    balance_change: formatCredits(entry.balanceChange),
    reserved_change: formatCredits(entry.reservedChange),
    run_id: entry.runId,
    assessment_id: entry.assessmentId,
    note: entry.note,
    created_at: entry.createdAt.toISOString(),
  };
}
