import { CREDIT } from "@/lib/credits/constants";
import type { CreditAccountView } from "@/lib/credits/data";
import { formatCredits } from "@/lib/credits/format-credits";
import { toPriceJson } from "@/lib/credits/serializers";
import type { DayOfUsage } from "@/lib/usage/data";
import type { UsageJson } from "@/lib/usage/schema";

type Statuses = DayOfUsage["byStatus"];

export function toUsageJson(
  days: readonly DayOfUsage[],
  range: { readonly first: string; readonly last: string },
  price: CreditAccountView["price"],
): UsageJson {
  const charged = days.reduce((sum, day) => sum + day.charged, 0);
  const byStatus = sumStatuses(days.map((day) => day.byStatus));
  return {
    object: "usage",
    from: range.first,
    to: range.last,
    price_per_credit: toPriceJson(price),
    totals: {
      calls: countCalls(byStatus),
      by_status: byStatus,
      test_calls: days.reduce((sum, day) => sum + day.testCalls, 0),
      credits_charged: formatCredits(charged),
      cost: toPriceJson(price && { ...price, amount: (price.amount * charged) / CREDIT }),
    },
    data: days.map((day) => ({
      date: day.date,
      calls: countCalls(day.byStatus),
      by_status: day.byStatus,
      test_calls: day.testCalls,
      credits_charged: formatCredits(day.charged),
    })),
  };
}

function countCalls(statuses: Statuses): number {
  return Object.values(statuses).reduce((sum, calls) => sum + calls, 0);
}

function sumStatuses(days: readonly Statuses[]): Statuses {
  const sums = new Map<string, number>();
  for (const [status, calls] of days.flatMap((day) => Object.entries(day))) {
    sums.set(status, (sums.get(status) ?? 0) + calls);
  }
  return Object.fromEntries(sums);
}
